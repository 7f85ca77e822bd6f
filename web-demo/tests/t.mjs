import { serve, browser, open, DATA } from "/work/main/web-demo/tests/browser.js";
import { readFileSync } from "node:fs";
const server = await serve();
for (const [size, viewport] of [["desk",{width:1280,height:900}],["phone",{width:390,height:844}]]) {
  const context = await browser({ viewport });
  for (const lang of ["en","kk"]) {
    const page = await open(context, server, lang);
    await page.screenshot({ path: `/tmp/s-${size}-${lang}-verify.png`, fullPage: true });
    await page.locator("input[type=file]").setInputFiles(`${DATA}/documents/${lang==="en"?'altered-level':'valid'}.png`);
    await page.locator(".verdict").waitFor({timeout:20000}).catch(async()=>console.log(await page.locator("main").innerText()));
    await page.screenshot({ path: `/tmp/s-${size}-${lang}-verdict.png`, fullPage: true });
    for (const view of ["deadlines","register","law","list"]) {
      await page.goto(`${server.url}#/${view}`);
      await page.waitForTimeout(1200);
      if (view==='deadlines') { await page.getByRole('button',{name:/example|мысал/i}).click(); await page.waitForTimeout(600);}
      await page.screenshot({ path: `/tmp/s-${size}-${lang}-${view}.png`, fullPage: true });
    }
    console.log(lang, size, page.problems);
    await page.close();
  }
  await context.close();
}
await server.close();
