//! The files that are written, and that none is lost.

use crate::{explore, explored, folder};
use icalendar::parser::{read_calendar, unfold};
use insta::assert_snapshot;
use ruankao::story::stories;
use std::fs;

/// The files are the same certificate's in either language: what is due keeps its ids.
#[test]
fn each_file_is_written_and_named() {
    let folder = folder("written");
    let ids = ["en", "zh"].map(|language| {
        let file = |kind: &str| folder.join(format!("life.{language}.{kind}")).display().to_string();
        let (svg, ics, html) = (file("svg"), file("ics"), file("html"));
        let typed = ["sick_leave", "--language", language, "--svg", &svg, "--ics", &ics, "--html", &html];
        let told = explored(&typed).unwrap();
        let written = if language == "en" { "written: " } else { "已写入：" };
        assert_eq!(told.aside, [&svg, &html, &ics].map(|file| format!("{written}{file}\n")).concat());
        assert!(fs::read_to_string(svg).unwrap().starts_with("<svg "));
        assert!(fs::read_to_string(html).unwrap().starts_with("<!doctype html>"));
        let feed = fs::read_to_string(ics).unwrap();
        feed.lines().filter(|line| line.starts_with("UID:sick")).map(str::to_owned).collect::<Vec<_>>()
    });
    assert_eq!(ids[0], ids[1]);
    assert_snapshot!(ids[0].join("\n"), @r"
    UID:sick_leave.deferral_ends.2010-06-01@ruankao
    UID:sick_leave.deferral_ends.2010-06-01.30@ruankao
    UID:sick_leave.deferral_ends.2010-06-01.7@ruankao
    ");
}

/// Nothing is written over what is read, over what another option writes, or, unless that is said, over what is there; and
/// where one file is refused, none is written.
#[test]
fn no_file_is_lost() {
    let folder = folder("kept");
    let path = |name: &str| folder.join(name).display().to_string();
    let case = r#"{"id":"a","history":[{"event":"approved","on":"2005-03-10"}],"ask":[]}"#;
    fs::write(path("case.json"), case).unwrap();
    fs::write(path("there.svg"), "there").unwrap();
    fs::create_dir(path("inner")).unwrap();
    let (read, fresh, there) = (path("case.json"), path("fresh"), path("there.svg"));
    // The same file by another name is the same file.
    let (by_another, fresh_by_another) = (path("inner/../case.json"), path("inner/../fresh"));
    for (typed, said) in [
        (&[&*read, "--svg", &read][..], "that file is read; expected another"),
        (&[&read, "--ics", &by_another], "that file is read; expected another"),
        (&[&read, "--html", &read, "--force"], "that file is read; expected another"),
        (&["on_time", "--svg", &fresh, "--ics", &fresh], "that is the file of `--svg` too; expected another"),
        (
            &["on_time", "--html", &fresh, "--ics", &fresh_by_another],
            "that is the file of `--html` too; expected another",
        ),
        (&["on_time", "--svg", &fresh, "--html", &fresh, "--force"], "that is the file of `--svg` too"),
        (&["on_time", "--html", &fresh, "--svg", &there], "the file is there; `--force` writes over it"),
    ] {
        let wrong = explore(typed).unwrap_err();
        assert!(wrong.contains(said), "{typed:?}: {wrong}");
        assert!(!fs::exists(&fresh).unwrap(), "{typed:?}");
        assert_eq!(fs::read_to_string(&read).unwrap(), case);
        assert_eq!(fs::read_to_string(&there).unwrap(), "there");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&read, path("link")).unwrap();
        assert!(explore(&[&read, "--svg", &path("link"), "--force"]).unwrap_err().contains("that file is read"));
    }
    explore(&["on_time", "--svg", &there, "--force"]).unwrap();
    assert!(fs::read_to_string(&there).unwrap().starts_with("<svg "));
}

/// A calendar has a component at least (RFC 5545): where nothing falls due none is written, and that is said.
#[test]
fn an_empty_calendar_is_not_written() {
    let ics = folder("empty").join("due.ics").display().to_string();
    for (language, said) in [("en", "nothing falls due from 2008-03-11 to 2008-12-31"), ("zh", "没有到期事项")] {
        let told = explored(&["lapsed_by_a_day", "--ics", &ics, "--language", language]).unwrap();
        assert!(told.aside.contains(said), "{}", told.aside);
        assert!(!fs::exists(&ics).unwrap());
        let told = explored(&["lapsed_by_a_day", "--format", "ics", "--language", language]).unwrap();
        assert!(told.out.is_empty() && told.aside.contains(said));
    }
    // Whichever story has something due has a calendar that can be read, the others none.
    for story in stories() {
        let told = explored(&[story.id(), "--format", "ics"]).unwrap();
        assert_eq!(told.out.is_empty(), !told.aside.is_empty(), "{}", story.id());
        assert!(told.out.is_empty() || told.out.contains("BEGIN:VEVENT"), "{}", story.id());
    }
}

/// The calendar reminds of what is due, as long before as is asked.
#[test]
fn a_calendar_reminds() {
    let triggers = |more: &[&str]| {
        let feed = explore(&[&["on_time", "--format", "ics"], more].concat()).unwrap();
        let text = unfold(&feed);
        let calendar = read_calendar(&text).unwrap();
        let events = calendar.components.iter().filter(|component| component.name == "VEVENT");
        let alarms = events.map(|event| {
            let alarms = event.components.iter().filter(|component| component.name == "VALARM");
            let of = |name: &str, alarm: &icalendar::parser::Component<'_>| {
                alarm.properties.iter().find(|property| property.name == name).unwrap().val.to_string()
            };
            alarms
                .map(|alarm| {
                    assert_eq!(of("ACTION", alarm), "DISPLAY");
                    assert!(!of("DESCRIPTION", alarm).is_empty());
                    of("TRIGGER", alarm)
                })
                .collect::<Vec<_>>()
        });
        alarms.collect::<Vec<_>>()
    };
    assert!(triggers(&[]).iter().all(|alarms| *alarms == ["-P30D", "-P7D"]), "{:?}", triggers(&[]));
    assert!(triggers(&["--remind", "14"]).iter().all(|alarms| *alarms == ["-P14D"]));
    assert!(!triggers(&[]).is_empty());
    // The same is written each time.
    assert_eq!(explore(&["on_time", "--format", "ics"]), explore(&["on_time", "--format", "ics"]));
}

/// What is printed is what is written.
#[test]
fn a_format_prints_what_the_file_holds() {
    let folder = folder("formats");
    for format in ["svg", "html", "ics"] {
        let file = folder.join(format).display().to_string();
        explore(&["sick_leave", &format!("--{format}"), &file]).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), explore(&["sick_leave", "--format", format]).unwrap());
    }
}

/// The page stands alone: it fetches nothing, runs nothing, is well formed, and has everything in both languages, each
/// clause with its official text once.
#[test]
fn the_page_stands_alone() {
    for story in stories() {
        let page = explore(&[story.id(), "--format", "html", "--language", "zh"]).unwrap();
        for fetches in ["<script", "src=", "<link", "@import", "http://", "https://", "onload", "onclick"] {
            let page = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!page.contains(fetches), "{}: {fetches}", story.id());
        }
        let mut open = Vec::new();
        let body = page.split_once("</style>").unwrap().1.split_once("<body>").unwrap().1;
        for piece in body.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap();
            assert!(!text.contains('>'), "<{tag}> {text}");
            let name = tag.trim_matches('/').split(' ').next().unwrap();
            match tag.starts_with('/') {
                true if ["body", "html"].contains(&name) => {}
                true => assert_eq!(open.pop(), Some(name), "{}", story.id()),
                false if tag.ends_with('/') || name == "input" => {}
                false => open.push(name),
            }
        }
        assert!(open.is_empty(), "{open:?}");
        assert!(page.contains("id=\"zh\" checked") && page.matches("<main ").count() == 2);
        assert_eq!((page.matches("role=\"img\" lang=").count(), page.matches("<style>").count()), (2, 1));
        // What is linked to is there, once.
        for link in page.split("href=\"#").skip(1).map(|rest| rest.split_once('"').unwrap().0) {
            assert_eq!(page.matches(&format!("id=\"{link}\"")).count(), 1, "{}: {link}", story.id());
        }
        for heading in ["The life", "The plan", "The clauses cited", "登记经过", "后续办理", "所引条文"] {
            assert!(page.contains(&format!(">{heading}</h2>")), "{}: {heading}", story.id());
        }
    }
}

/// Nothing that a file says becomes markup.
#[test]
fn no_case_breaks_out_of_the_page() {
    let case = folder("hostile").join("case.json");
    let hostile = r#"{"id":"<script>alert(1)</script>&\"","history":[
        {"event":"approved","on":"2005-03-10"},
        {"event":"application_accepted","on":"2008-01-10","agency":"<img src=x onerror=alert(1)>",
         "application":{"conduct_good":true,"no_criminal_record":true,"fit_for_post":true,"employer_assessment_passed":true,"documents":["certificate","identity","application_form","education_proof"],"fee_paid":true}}],"ask":[]}"#;
    fs::write(&case, hostile).unwrap();
    let page = explore(&[&case.display().to_string(), "--format", "html"]).unwrap();
    assert!(page.contains("&lt;script&gt;") && page.contains("&lt;img src=x"));
    assert!(!page.contains("<script") && !page.contains("<img"));
}
