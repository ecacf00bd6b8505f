//! The files that are asked for: which they are, and that nothing is lost by writing them.

use crate::args::Args;
use ruankao::Language;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where a file is, whatever it is called: of one that is not there yet, its folder and its name.
fn location(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = || Some(folder.canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(named).unwrap_or_else(|| path.to_owned())
}

/// What stands against writing the files that are asked for. Nothing is written where something does.
pub fn refused(args: &Args) -> Result<(), String> {
    let language = args.language();
    let read = (args.what() != "-").then(|| location(Path::new(args.what())));
    let outputs: Vec<(&str, &PathBuf)> = [("--svg", &args.svg), ("--html", &args.html), ("--ics", &args.ics)]
        .into_iter()
        .filter_map(|(option, path)| Some((option, path.as_ref()?)))
        .collect();
    for (at, (option, path)) in outputs.iter().enumerate() {
        let (shown, location_of_it) = (path.display(), location(path));
        let say = |en: &str, zh: &str| match language {
            Language::En => format!("`{option} {shown}`: {en}"),
            Language::Zh => format!("“{option} {shown}”：{zh}"),
        };
        if *path == Path::new("-") {
            let (en, zh) = match *option {
                "--svg" => ("expected a file; `--format svg` prints it", "应为文件；打印到标准输出：--format svg"),
                "--html" => ("expected a file; `--format html` prints it", "应为文件；打印到标准输出：--format html"),
                _ => ("expected a file; `--format ics` prints it", "应为文件；打印到标准输出：--format ics"),
            };
            return Err(say(en, zh));
        }
        if read.as_ref() == Some(&location_of_it) {
            return Err(say("that file is read; expected another", "这是所读的文件；应为另一文件"));
        }
        let earlier = outputs.iter().take(at).find(|(_, other)| location(other) == location_of_it);
        if let Some((other, _)) = earlier {
            return Err(match language {
                Language::En => say(&format!("that is the file of `{other}` too; expected another"), ""),
                Language::Zh => say("", &format!("这也是{other}的文件；应为另一文件")),
            });
        }
        if !args.force && fs::metadata(path).is_ok_and(|there| there.is_file()) {
            return Err(say("the file is there; `--force` writes over it", "文件已存在；覆盖请用--force"));
        }
    }
    Ok(())
}

/// Writes a file and says so. One that has come to be there meanwhile is not written over without `--force`.
pub fn write(path: &Path, text: &str, args: &Args, aside: &mut impl Write) -> Result<(), String> {
    let wrong = |error: std::io::Error| match args.language() {
        Language::En => format!("`{}`: {error}", path.display()),
        Language::Zh => format!("“{}”：{error}", path.display()),
    };
    let is_new = !args.force && fs::metadata(path).is_err();
    let file = if is_new { File::create_new(path) } else { File::create(path) };
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(wrong)?;
    // Who does not hear of it has the file all the same.
    let _ = match args.language() {
        Language::En => writeln!(aside, "written: {}", path.display()),
        Language::Zh => writeln!(aside, "已写入：{}", path.display()),
    };
    Ok(())
}
