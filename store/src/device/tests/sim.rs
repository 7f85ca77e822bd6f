//! A simulated disk that fails at a chosen operation, and the states in which unsynced writes may be found afterwards.
//!
//! Operations go to a real directory, as the running process sees it, and to a model of what is durable: the bytes of a
//! file at its last sync, and the names of a directory at its last sync. Later changes may be retained, lost, or retained in
//! part, each file and each name on its own: file systems guarantee no order between them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::disk::{Disk, RealDisk, Sink};

/// A deterministic random generator (xorshift), so that all runs are the same.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    File(usize),
    Folder(usize),
}

/// A file: its bytes at the last sync, and after each later change.
#[derive(Default, Clone)]
struct FileModel {
    synced: Vec<u8>,
    since: Vec<Vec<u8>>,
}

impl FileModel {
    fn now(&self) -> &Vec<u8> {
        self.since.last().unwrap_or(&self.synced)
    }
}

/// A directory: its names at the last sync, and the later changes of each name.
#[derive(Default, Clone)]
struct FolderModel {
    synced: BTreeMap<String, Node>,
    since: BTreeMap<String, Vec<Option<Node>>>,
}

impl FolderModel {
    fn now(&self, name: &str) -> Option<Node> {
        let since = self.since.get(name).and_then(|since| since.last().copied());
        since.unwrap_or_else(|| self.synced.get(name).copied())
    }

    fn set(&mut self, name: &str, node: Option<Node>) {
        self.since.entry(name.into()).or_default().push(node);
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = self.synced.keys().chain(self.since.keys()).cloned().collect();
        names.sort();
        names.dedup();
        names
    }
}

/// What a disk retains of unsynced writes after a power cut.
#[derive(Debug, Clone, Copy)]
pub(super) enum Retained {
    /// Nothing.
    Nothing,
    /// All.
    All,
    /// Names without bytes.
    NamesOnly,
    /// Names and lengths, with zeros instead of bytes.
    Zeros,
    /// A random choice for each file and name, by this seed; files may be mixed from old and new blocks of 512 bytes.
    Mixed(u64),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// The power is cut: no later operation happens.
    Cut,
    /// The disk is full for one operation.
    Full,
}

#[derive(Default)]
struct Model {
    base: PathBuf,
    files: Vec<FileModel>,
    folders: Vec<FolderModel>,
    /// The operations so far.
    log: Vec<String>,
    fault: Option<(usize, Fault)>,
    is_off: bool,
    has_no_locks: bool,
}

impl Model {
    /// Returns the model of the directory that contains `path`, and its name there.
    fn place(&self, path: &Path) -> (usize, String) {
        let (mut at, mut name) = (0, String::new());
        for part in path.strip_prefix(&self.base).unwrap().components() {
            let Component::Normal(part) = part else { panic!("{}", path.display()) };
            if !name.is_empty() {
                match self.folders[at].now(&name) {
                    Some(Node::Folder(folder)) => at = folder,
                    _ => panic!("{} is in no folder", path.display()),
                }
            }
            name = part.to_string_lossy().into_owned();
        }
        (at, name)
    }

    fn node(&self, path: &Path) -> Option<Node> {
        if path == self.base {
            return Some(Node::Folder(0));
        }
        let (folder, name) = self.place(path);
        self.folders[folder].now(&name)
    }

    fn set(&mut self, path: &Path, node: Option<Node>) {
        let (folder, name) = self.place(path);
        self.folders[folder].set(&name, node);
    }
}

/// The simulated disk; a clone is the same disk.
#[derive(Clone)]
pub(super) struct SimDisk(Arc<Mutex<Model>>, Arc<RealDisk>);

struct SimFile<'d> {
    disk: SimDisk,
    real: Box<dyn Sink + 'd>,
    file: usize,
    path: PathBuf,
    written: usize,
}

impl SimDisk {
    /// Returns a disk below `base`, an empty directory that is durable. The device is in `device` below it.
    pub(super) fn new(base: &Path) -> Self {
        let model =
            Model { base: base.to_path_buf(), folders: vec![FolderModel::default()], ..Model::default() };
        Self(Arc::new(Mutex::new(model)), Arc::new(RealDisk::new(base.join("device"))))
    }

    fn model(&self) -> MutexGuard<'_, Model> {
        self.0.lock().unwrap()
    }

    /// Returns the number of operations so far.
    pub(super) fn count(&self) -> usize {
        self.model().log.len()
    }

    pub(super) fn last(&self) -> String {
        self.model().log.last().cloned().unwrap_or_default()
    }

    /// Cuts the power at operation `at`, counted from 0; `None` for never.
    pub(super) fn cut_at(&self, at: Option<usize>) {
        let mut model = self.model();
        (model.fault, model.is_off) = (at.map(|at| (at, Fault::Cut)), false);
    }

    /// Makes the disk full at operation `at` and at no other.
    pub(super) fn full_at(&self, at: usize) {
        self.model().fault = Some((at, Fault::Full));
    }

    /// Makes locking a file unsupported, as some network file systems do.
    pub(super) fn without_locks(&self) {
        self.model().has_no_locks = true;
    }

    /// Logs an operation and returns whether the process performs it. An interrupted operation may still have reached
    /// the disk.
    fn step(&self, what: &str, path: &Path) -> io::Result<bool> {
        let mut model = self.model();
        if model.is_off {
            return Err(io::Error::other("the power is cut"));
        }
        let at = model.log.len();
        model.log.push(format!("{what} {}", path.display()));
        match model.fault {
            Some((fault_at, Fault::Cut)) if fault_at == at => {
                model.is_off = true;
                Ok(false)
            }
            Some((fault_at, Fault::Full)) if fault_at == at => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(true),
        }
    }

    /// Writes the files found after a cut to `folder`, an empty directory.
    pub(super) fn after_the_cut(&self, retained: Retained, folder: &Path) {
        let model = self.model();
        let mut dice = Dice(match retained {
            Retained::Mixed(seed) => seed * 2 + 1,
            _ => 1,
        });
        let bytes: Vec<Vec<u8>> = model.files.iter().map(|file| found(file, retained, &mut dice)).collect();
        let mut folders = vec![(0, folder.to_path_buf())];
        while let Some((at, path)) = folders.pop() {
            for name in model.folders[at].names() {
                match found_name(&model.folders[at], &name, retained, &mut dice) {
                    None => {}
                    Some(Node::File(file)) => fs::write(path.join(&name), &bytes[file]).unwrap(),
                    Some(Node::Folder(inner)) => {
                        fs::create_dir(path.join(&name)).unwrap();
                        folders.push((inner, path.join(name)));
                    }
                }
            }
        }
    }
}

fn found(file: &FileModel, retained: Retained, dice: &mut Dice) -> Vec<u8> {
    let last = file.now();
    match retained {
        Retained::Nothing | Retained::NamesOnly => file.synced.clone(),
        Retained::All => last.clone(),
        Retained::Zeros if file.since.is_empty() => last.clone(),
        Retained::Zeros => vec![0; last.len()],
        Retained::Mixed(_) => match dice.below(4) {
            0 => file.synced.clone(),
            1 => last.clone(),
            2 => file.since.get(dice.below(file.since.len() + 1)).unwrap_or(&file.synced).clone(),
            _ => {
                let length = if dice.below(2) == 0 { last.len() } else { file.synced.len() };
                let mut mixed = vec![0; length];
                for (block, start) in mixed.chunks_mut(512).zip((0..).step_by(512)) {
                    let from = if dice.below(2) == 0 { last } else { &file.synced };
                    let bytes = from.get(start..).unwrap_or_default();
                    let length = bytes.len().min(block.len());
                    block[..length].copy_from_slice(&bytes[..length]);
                }
                mixed
            }
        },
    }
}

fn found_name(folder: &FolderModel, name: &str, retained: Retained, dice: &mut Dice) -> Option<Node> {
    match retained {
        Retained::Nothing => folder.synced.get(name).copied(),
        Retained::All | Retained::NamesOnly | Retained::Zeros => folder.now(name),
        Retained::Mixed(_) => {
            let since = folder.since.get(name).map_or(&[][..], Vec::as_slice);
            let choice = dice.below(since.len() + 1);
            since.get(choice).copied().unwrap_or_else(|| folder.synced.get(name).copied())
        }
    }
}

impl Sink for SimFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let goes_on = self.disk.step("write", &self.path)?;
        // Part of an interrupted write has reached the file.
        let bytes = if goes_on { bytes } else { &bytes[..bytes.len() / 2] };
        self.real.write(bytes)?;
        let mut model = self.disk.model();
        let file = &mut model.files[self.file];
        let mut content = file.now().clone();
        let end = self.written + bytes.len();
        content.resize(content.len().max(end), 0);
        content[self.written..end].copy_from_slice(bytes);
        file.since.push(content);
        self.written = end;
        if goes_on { Ok(()) } else { Err(io::Error::other("the power is cut")) }
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        let Self { disk, real, file, path, written } = *self;
        if disk.model().files[file].now().len() != written {
            if !disk.step("set the length of", &path)? {
                return Err(io::Error::other("the power is cut"));
            }
            let mut content = disk.model().files[file].now().clone();
            content.resize(written, 0);
            disk.model().files[file].since.push(content);
        }
        if !disk.step("sync", &path)? {
            return Err(io::Error::other("the power is cut"));
        }
        real.finish()?;
        let mut model = disk.model();
        model.files[file].synced = model.files[file].now().clone();
        model.files[file].since.clear();
        Ok(())
    }
}

impl SimDisk {
    /// One operation on names: on the real folder, then in the model. An interrupted operation fails for the process,
    /// but may still have reached the disk.
    fn name(
        &self,
        what: &str,
        path: &Path,
        real: impl FnOnce() -> io::Result<()>,
        node: impl FnOnce(&mut Model) -> Option<Node>,
    ) -> io::Result<()> {
        let goes_on = self.step(what, path)?;
        if goes_on {
            real()?;
        }
        let mut model = self.model();
        let before = model.node(path);
        let node = node(&mut model);
        model.set(path, node);
        if !goes_on {
            model.set(path, before);
            return Err(io::Error::other("the power is cut"));
        }
        Ok(())
    }
}

impl Disk for SimDisk {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.name(
            "make folder",
            path,
            || self.1.make_folder(path),
            |model| {
                model.folders.push(FolderModel::default());
                Some(Node::Folder(model.folders.len() - 1))
            },
        )
    }

    fn create<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>> {
        let mut real = None;
        self.name(
            "create",
            path,
            || self.1.create(path).map(|sink| real = Some(sink)),
            |model| {
                model.files.push(FileModel::default());
                Some(Node::File(model.files.len() - 1))
            },
        )?;
        let Some(Node::File(file)) = self.model().node(path) else { panic!("just created") };
        Ok(Box::new(SimFile { disk: self.clone(), real: real.unwrap(), file, path: path.into(), written: 0 }))
    }

    fn rewrite<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>> {
        let node = self.model().node(path);
        let Some(Node::File(file)) = node else { return self.create(path) };
        let real = self.1.rewrite(path)?;
        Ok(Box::new(SimFile { disk: self.clone(), real, file, path: path.into(), written: 0 }))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if !self.step("sync folder", path)? {
            return Err(io::Error::other("the power is cut"));
        }
        let mut model = self.model();
        let Some(Node::Folder(at)) = model.node(path) else { return Ok(()) };
        let folder = &mut model.folders[at];
        for name in folder.names() {
            match folder.now(&name) {
                Some(node) => folder.synced.insert(name, node),
                None => folder.synced.remove(&name),
            };
        }
        folder.since.clear();
        Ok(())
    }

    fn append<'d>(&'d self, path: &Path, length: u64) -> io::Result<Box<dyn Sink + 'd>> {
        let Some(Node::File(file)) = self.model().node(path) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let real = self.1.append(path, length)?;
        let written = self.model().files[file].now().len();
        Ok(Box::new(SimFile { disk: self.clone(), real, file, path: path.into(), written }))
    }

    fn cut(&self, path: &Path, length: u64) -> io::Result<()> {
        let Some(Node::File(file)) = self.model().node(path) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let goes_on = self.step("cut", path)?;
        if goes_on {
            self.1.cut(path, length)?;
        }
        let mut model = self.model();
        let mut content = model.files[file].now().clone();
        content.truncate(usize::try_from(length).unwrap());
        model.files[file].since.push(content);
        if goes_on { Ok(()) } else { Err(io::Error::other("the power is cut")) }
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        let Some(Node::File(file)) = self.model().node(path) else {
            return Err(io::ErrorKind::NotFound.into());
        };
        if !self.step("sync", path)? {
            return Err(io::Error::other("the power is cut"));
        }
        self.1.sync_file(path)?;
        let mut model = self.model();
        model.files[file].synced = model.files[file].now().clone();
        model.files[file].since.clear();
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.name("remove", path, || self.1.remove_file(path), |_| None)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.name("remove folder", path, || self.1.remove_folder(path), |_| None)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        if self.model().has_no_locks {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.1.lock(path)
    }
}
