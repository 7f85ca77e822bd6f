//! The texts of each language but those of the Law's rules. Nothing here depends on the functions that use the texts.

pub(crate) mod checks;
mod en;
pub(crate) mod errors;
mod kk;
pub(crate) mod next;
pub(crate) mod report;
mod ru;
pub(crate) mod words;

use crate::for_each_language;
use crate::lang::Lang;
use words::Words;

macro_rules! define_words {
    ($($number:literal $variant:ident $code:ident $name:literal $own_name:literal $plural:ident $date:literal;)*) => {
        impl Lang {
            pub(crate) const fn words(self) -> &'static Words {
                match self { $(Self::$variant => &$code::WORDS,)* }
            }
        }
    };
}

for_each_language!(define_words);
