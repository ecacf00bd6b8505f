//! The floors of the contributing guide, held against what the modules import.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const GUIDE: &str = include_str!("../CONTRIBUTING.md");

/// Each module with the number of its row; modules of one row may not import each other.
fn floors() -> BTreeMap<&'static str, usize> {
    let rows = GUIDE.lines().map(str::trim).skip_while(|row| !row.starts_with("| floor |")).skip(2);
    let names = |row: &'static str| row.split('|').nth(1).unwrap().split('·').map(|name| name.trim().trim_matches('`'));
    let rows = rows.take_while(|row| row.starts_with('|')).enumerate();
    rows.flat_map(|(floor, row)| names(row).map(move |name| (name, floor))).collect()
}

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => source_files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The modules that a text names by full path, links of its documentation aside.
fn imported(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .filter_map(|path| path.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_').next())
}

/// Each leaf file, as the path it is imported by, with the leaf files it imports.
fn leaves() -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let name = |path: &Path| path.strip_prefix(&root).unwrap().with_extension("").to_str().unwrap().replace('/', "::");
    let files = source_files(&root).into_iter().filter(|path| !path.ends_with("mod.rs"));
    let texts: BTreeMap<String, String> = files.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect();
    let imports = |text: &str| {
        // A file's own tests stand behind it and may look at what is built on it.
        let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        let code = code.filter(|line| !line.trim_start().starts_with("//"));
        let paths = code.flat_map(|line| line.split("crate::").skip(1));
        let names = |path: &str, leaf: &str| path.strip_prefix(leaf).is_some_and(|rest| rest.starts_with("::"));
        paths.filter_map(|path| texts.keys().find(|leaf| names(path, leaf)).cloned()).collect()
    };
    texts.iter().map(|(leaf, text)| (leaf.clone(), imports(text))).collect()
}

/// Whoever imports nothing that is left is taken away, until nothing is left.
#[test]
fn no_files_import_each_other_in_a_circle() {
    let mut leaves = leaves();
    assert!(leaves["lifecycle::replay"].contains("lifecycle::certificate"));
    loop {
        let left: BTreeSet<String> = leaves.keys().cloned().collect();
        leaves.retain(|leaf, imports| imports.iter().any(|other| other != leaf && left.contains(other)));
        if leaves.len() == left.len() {
            break;
        }
    }
    assert!(leaves.is_empty(), "a circle, and whoever imports it: {:?}", leaves.keys());
}

#[test]
fn every_module_has_a_floor_and_imports_downwards_only() {
    let floors = floors();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut modules: Vec<_> = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).collect();
    modules.retain(|path| !path.ends_with("lib.rs"));
    assert_eq!(modules.len(), floors.len(), "a floor without a module");
    for path in modules {
        let module = path.file_stem().unwrap().to_str().unwrap();
        let floor = floors.get(module).unwrap_or_else(|| panic!("`{module}` has no floor"));
        let files = if path.is_dir() { source_files(&path) } else { vec![path.clone()] };
        for path in files {
            for other in imported(&fs::read_to_string(&path).unwrap()) {
                let below = floors.get(other).is_some_and(|other| other < floor);
                assert!(other == module || below, "{} imports `{other}`", path.display());
            }
        }
    }
}
