use super::*;
use rastau_core::fixture::{Register, SignedBundle};
use rastau_core::snapshot::FileName;
use rastau_core::snapshot::container::write_head;
use rastau_core::snapshot::pages::SegmentKind;

const ID: SegmentId = SegmentId { kind: SegmentKind::Documents, serial: 1, root: [0xab; 32] };

fn segment_name(id: &SegmentId) -> String {
    format!("segments/{}.seg", rastau_core::codec::hex::encode(&id.root))
}

fn segment(pages: u32) -> Segment {
    Segment { id: ID, covers_from: 1, pages, height: 0, entries: 1, first: vec![1], last: vec![2] }
}

fn signed() -> SignedBundle {
    let mut signed = Register::new().bundle().sign();
    signed.statements.roots = vec![(2, b"two".to_vec()), (10, b"ten".to_vec())];
    signed
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    for (name, bytes) in signed().files() {
        if name != FileName::Root(1) {
            write(&name.to_string(), &bytes);
        }
    }
    write("roots/notes.txt", b"x");
    let mut pages = vec![1; PAGE_SIZE];
    pages.extend(vec![2; PAGE_SIZE]);
    write(&segment_name(&ID), &pages);
    folder
}

#[test]
fn reads_statements_and_pages_of_a_directory() {
    let folder = folder();
    let bundle = Bundle::open(folder.path()).unwrap();
    assert_eq!(*bundle.statements(), signed().statements);
    assert_eq!(bundle.page(&ID, 1).unwrap()[0], 2);
    assert_eq!(bundle.page(&ID, 2), Err(PageError::Missing));
    assert_eq!(bundle.page(&SegmentId { root: [0; 32], ..ID }, 0), Err(PageError::Missing));
    assert!(bundle.damage([segment(2)].iter()).is_empty());
}

#[test]
fn reports_missing_and_truncated_segments() {
    let folder = folder();
    let path = folder.path().join(segment_name(&ID));
    std::fs::write(&path, [0; 100]).unwrap();
    let bundle = Bundle::open(folder.path()).unwrap();
    assert!(
        bundle.damage([segment(2)].iter())[0]
            .to_string()
            .contains("100 bytes instead of 8192; copy the bundle again")
    );
    assert_eq!(bundle.page(&ID, 0), Err(PageError::Missing));
    std::fs::remove_file(&path).unwrap();
    let bundle = Bundle::open(folder.path()).unwrap();
    assert!(bundle.damage([segment(2)].iter())[0].to_string().contains("is missing; copy the bundle again"));
}

#[test]
fn rejects_missing_and_too_large_statements() {
    let folder = folder();
    std::fs::write(folder.path().join("fresh.cose"), vec![0; MAX_STATEMENT + 1]).unwrap();
    assert!(matches!(Bundle::open(folder.path()), Err(StoreError::TooLarge { .. })));
    std::fs::remove_file(folder.path().join("fresh.cose")).unwrap();
    assert!(matches!(Bundle::open(folder.path()), Err(StoreError::File { .. })));
    let root = folder.path().join("roots/2.cose");
    assert!(matches!(Bundle::open(&root), Err(StoreError::NotABundle { .. })), "a statement is not a bundle");
}

#[test]
fn reads_a_single_file_bundle_from_disk_and_memory() {
    let folder = folder();
    let mut files = signed().files();
    files.push((FileName::Segment(ID.root), std::fs::read(folder.path().join(segment_name(&ID))).unwrap()));
    let named: Vec<(String, u64)> =
        files.iter().map(|(name, content)| (name.to_string(), content.len() as u64)).collect();
    let (mut bytes, parts) = write_head(&named);
    for (part, (_, content)) in parts.iter().zip(&files) {
        bytes.resize(usize::try_from(part.offset).unwrap(), 0);
        bytes.extend(content);
    }
    let path = folder.path().join("one.rastau");
    std::fs::write(&path, &bytes).unwrap();
    let bundle = Bundle::open(&path).unwrap();
    assert_eq!(bundle.statements().manifest, signed().statements.manifest);
    assert_eq!(bundle.page(&ID, 1).unwrap()[0], 2);
    assert_eq!(bundle.page(&ID, 2), Err(PageError::Missing));
    assert!(bundle.damage([segment(2)].iter()).is_empty());
    let in_memory = Bundle::from_bytes(bytes.clone()).unwrap();
    assert_eq!(in_memory.statements(), bundle.statements());
    assert_eq!(in_memory.page(&ID, 1), bundle.page(&ID, 1));
    assert!(in_memory.damage([segment(2)].iter()).is_empty());
    assert_eq!(in_memory.damage([segment(3)].iter()).len(), 1, "a segment of another length");
    assert_eq!(Bundle::from_bytes(bytes[1..].to_vec()).unwrap_err(), FileError::NotABundle);
    std::fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
    assert!(
        matches!(Bundle::open(&path), Err(StoreError::NotABundle { .. })),
        "a part that ends beyond the file"
    );
}
