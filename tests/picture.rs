//! Diagrams and drawings, held equal to what is committed, and to the facts.
//!
//! `RUANKAO_REGENERATE=1 cargo test --test picture` writes the files under `docs/` anew.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::lifecycle::{Row, TRANSITIONS};
use ruankao::oversight::{BodyKind, Deed, Phase};
use ruankao::picture::{dot, mermaid};
use ruankao::registration::{Acceptance, Registration};
use ruankao::regulation::Parameters;
use ruankao::revocation::Revocation;
use ruankao::story::{Story, find, stories};
use ruankao::{
    Act, Application, CertificateFile, Clause, Entry, Event, History, Hours, Language, Law, Ledger, Mode, Record,
    Transition, day,
};
use std::path::Path;

/// What a story tells of: as known on its day, where it names one.
fn opened<R>(story: &Story, ask: impl FnOnce(&CertificateFile<'_>) -> R) -> R {
    let file = story.open();
    match story.known_on() {
        None => ask(&file),
        Some(known_on) => ask(&file.as_known_on(known_on)),
    }
}

fn drawn(story: &Story, language: Language) -> String {
    opened(story, |file| {
        let life = file.picture(story.until(), story.today(), language).unwrap();
        life.titled(story.title(language)).to_string()
    })
}

fn applied() -> Act {
    Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE })
}

fn registered() -> Act {
    Act::Registered(Registration::default())
}

fn approved() -> Vec<Event> {
    vec![Act::Approved.on(day!(2005, 3, 10))]
}

/// Applications and refusals, one after the other.
fn crowded(weeks: u64) -> Vec<Event> {
    let mut events = approved();
    for on in (1..weeks).map(|week| day!(2007, 12, 10) + chrono::Days::new(week * 6)) {
        events.extend([applied().on(on), Act::Refused.on(on.succ_opt().unwrap())]);
    }
    events
}

/// Drawings of every kind: the stories, and lives that crowd or stretch the sheet.
fn all_drawings() -> Vec<String> {
    let mut drawings: Vec<String> =
        stories().flat_map(|story| [Language::En, Language::Zh].map(|language| drawn(story, language))).collect();
    let on = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let mut long = approved();
    for term in 1..12 {
        long.extend([applied().on(on(2005 + 3 * term, 1, 10)), registered().on(on(2005 + 3 * term, 1, 20))]);
    }
    let at_once = vec![
        Act::Approved.on(day!(2005, 3, 10)),
        Act::Cancelled(Revocation::Incapacity).on(day!(2008, 2, 1)),
        Act::CancellationPublished.on(day!(2008, 2, 1)),
        Act::AppealFiled.on(day!(2008, 2, 1)),
        Act::AppealDecided(Outcome::Overturned).on(day!(2008, 2, 1)),
        applied().on(day!(2008, 2, 1)),
        registered().on(day!(2008, 2, 1)),
    ];
    let lives = [
        (approved(), day!(2005, 3, 10)),
        (at_once, day!(2008, 2, 3)),
        (crowded(14), day!(2008, 6, 30)),
        (long, day!(2045, 12, 31)),
        (vec![], day!(2008, 1, 1)),
    ];
    for today in [day!(2008, 2, 1), day!(2004, 1, 1), day!(2050, 1, 1)] {
        drawings.extend(lives.iter().map(|(events, until)| {
            let file = Law::of_2004().open_in(Mode::Audit, History::from(events.clone()), Ledger::default());
            file.picture(*until, today, Language::En).unwrap().to_string()
        }));
    }
    // On every day of a life, the line of the day stands elsewhere.
    let life = find("sick_leave").unwrap().open();
    let days = day!(2006, 6, 1).iter_days().step_by(17).take_while(|&day| day <= day!(2010, 12, 31));
    drawings.extend(days.map(|today| life.picture(day!(2010, 12, 31), today, Language::En).unwrap().to_string()));
    drawings
}

fn hold(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    if std::env::var_os("RUANKAO_REGENERATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "docs/{file} is out of date; RUANKAO_REGENERATE=1 writes it anew");
}

/// The machine of each kind of body, with what its diagrams are called.
fn bodies() -> [(&'static str, &'static [Transition<Phase, Deed>]); 2] {
    [
        ("agency", BodyKind::RegistrationAgency.transitions()),
        ("institution", BodyKind::TrainingInstitution.transitions()),
    ]
}

#[test]
fn the_committed_diagrams_are_the_table() {
    hold("diagrams/certificate.mmd", &mermaid(TRANSITIONS).to_string());
    hold("diagrams/certificate.dot", &dot("certificate", TRANSITIONS).to_string());
    for (name, table) in bodies() {
        hold(&format!("diagrams/{name}.mmd"), &mermaid(table).to_string());
        hold(&format!("diagrams/{name}.dot"), &dot(name, table).to_string());
    }
}

#[test]
fn the_committed_drawings_are_the_stories() {
    hold("pictures/sick_leave.svg", &drawn(find("sick_leave").unwrap(), Language::En));
    hold("pictures/appeal_won.zh.svg", &drawn(find("appeal_won").unwrap(), Language::Zh));
    hold("pictures/lawful_as_known.svg", &drawn(find("lawful_as_known").unwrap(), Language::En));
}

/// How many of the rows are on the diagram: a bracket with the clause, or the repeal, which rests on none.
fn lines(diagram: &str) -> usize {
    diagram.matches(" (4").count() + diagram.matches("repeal").count()
}

#[test]
fn a_diagram_has_a_line_for_each_row() {
    let mermaid = mermaid(TRANSITIONS).to_string();
    assert_eq!(lines(&mermaid), TRANSITIONS.len());
    let dot = dot("certificate", TRANSITIONS).to_string();
    assert_eq!(lines(&dot), TRANSITIONS.len());
    let ends: Vec<&str> = mermaid.lines().filter(|line| line.contains("[*]")).map(str::trim).collect();
    assert_snapshot!(ends.join("\n"), @r"
    [*] --> unapproved
    not_subject --> [*]
    released --> [*]
    upheld --> [*]
    ");
}

/// 47.11: each edge of a decision says its outcome.
#[test]
fn the_edges_of_an_appeal_say_the_outcome() {
    let mermaid = mermaid(TRANSITIONS).to_string();
    let decided: Vec<&str> = mermaid.lines().filter(|line| line.contains("appeal_decided")).map(str::trim).collect();
    assert_snapshot!(decided.join("\n"), @r"
    under_appeal --> upheld: appeal_decided upheld (47.11)
    under_appeal --> running: appeal_decided overturned (47.11)
    under_appeal --> filed: appeal_decided overturned (47.11)
    under_appeal --> under_review: appeal_decided overturned (47.11)
    under_appeal --> deferral_pending: appeal_decided overturned (47.11)
    under_appeal --> lapsed: appeal_decided overturned (47.3)
    ");
}

/// 47.2, 47.14, 48.8, 48.12: a line for each row here too; what is withdrawn stays so, what was declined may open again.
#[test]
fn the_diagrams_of_bodies_have_a_line_for_each_row() {
    for (_, table) in bodies() {
        let mermaid = mermaid(table).to_string();
        assert_eq!(mermaid.matches(" (4").count(), table.len());
        let ends: Vec<&str> = mermaid.lines().filter(|line| line.contains("[*]")).map(str::trim).collect();
        assert_eq!(ends, ["[*] --> unknown", "withdrawn --> [*]"]);
    }
    let [(_, agency), (_, institution)] = bodies();
    assert!(!mermaid(agency).to_string().contains("filed"));
    assert_snapshot!(mermaid(institution), @r"
    stateDiagram-v2
        [*] --> unknown
        unknown --> applied: applied (48.8)
        declined --> applied: applied (48.8)
        applied --> approved: approved (48.8)
        applied --> declined: declined (48.8)
        approved --> accredited: filed (48.8)
        accredited --> accredited: passed (48.12)
        accredited --> rectifying: failed (48.12)
        rectifying --> accredited: satisfactory (48.12)
        rectifying --> withdrawn: unsatisfactory (48.12)
        withdrawn --> [*]
    ");
}

/// Every table of the same form is printed by the same code; an empty one makes an empty diagram.
#[test]
fn any_table_can_be_printed() {
    let row = |from, trigger, to| Transition { from, trigger, to, clause: Some(Clause::N47_2) };
    let table = [row("unknown", "proposed", "open"), row("open", "approved", "acting"), row("open", "filed", "acting")];
    assert_snapshot!(mermaid(&table), @r"
    stateDiagram-v2
        [*] --> unknown
        unknown --> open: proposed (47.2)
        open --> acting: approved (47.2)<br/>filed (47.2)
        acting --> [*]
    ");
    assert!(
        dot("agency", &table).to_string().contains(r#""open" -> "acting" [label="approved (47.2)\nfiled (47.2)"]"#)
    );
    assert_eq!(mermaid::<&str, &str>(&[]).to_string(), "stateDiagram-v2\n");
}

/// The pieces of a DOT text: what stands between quotes with its escapes, and what does not.
fn dot_pieces(text: &str) -> (Vec<String>, String) {
    let (mut quoted, mut plain, mut letters) = (Vec::new(), String::new(), text.chars());
    while let Some(letter) = letters.next() {
        if letter != '"' {
            plain.push(letter);
            continue;
        }
        let mut piece = String::new();
        loop {
            match letters.next().unwrap() {
                '"' => break,
                '\\' => piece.extend(['\\', letters.next().unwrap()]),
                letter => piece.push(letter),
            }
        }
        quoted.push(piece);
    }
    (quoted, plain)
}

const HOSTILE: [&str; 8] = [
    "a\" [URL=\"javascript:alert(1)\"]; b -> \"c",
    "back\\slash\\",
    "\\\"; x [URL=\"javascript:alert(1)\"]",
    "two\nlines\r\0and\u{85}more",
    "<b>&lt;&#58;</b>",
    "a: b --> c; click a \"javascript:alert(1)\"",
    "end",
    "\u{202e}gnp.exe 证书",
];

/// Whatever a graph, a state or a move is called, the DOT text has the same form as with plain names, on the same lines.
#[test]
fn no_name_breaks_out_of_dot() {
    let row = |from, trigger, to| Transition { from, trigger, to, clause: None };
    for hostile in HOSTILE {
        let plain = dot("name", &[row("one", "move", "two")]).to_string();
        let made = dot(hostile, &[row(hostile, hostile, "two")]).to_string();
        assert_eq!(plain.lines().count(), made.lines().count(), "{made}");
        let (names, form) = dot_pieces(&made);
        assert_eq!(dot_pieces(&plain).1, form, "{made}");
        // No escape but those of a quote and of the backslash itself: no `\N`, no `\G`, no break of a line.
        let escapes = |piece: &String| piece.replace("\\\\", "").replace("\\\"", "").contains('\\');
        assert!(!names.iter().any(escapes), "{names:?}");
        assert!(!made.contains(['\u{202e}', '\r', '\0', '\u{85}']));
    }
}

/// Whatever a state or a move is called, Mermaid reads one word for a state and one line of text for a label.
#[test]
fn no_name_breaks_out_of_mermaid() {
    let row = |from, trigger, to| Transition { from, trigger, to, clause: None };
    for hostile in HOSTILE {
        let made = mermaid(&[row(hostile, hostile, "two")]).to_string();
        let lines: Vec<&str> = made.lines().collect();
        let ["stateDiagram-v2", name, start, edge, "    two --> [*]"] = lines[..] else { panic!("{made}") };
        let (text, id) = name.strip_prefix("    state \"").unwrap().split_once("\" as ").unwrap();
        assert!(id.starts_with('_') && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'), "{id}");
        assert_eq!(start, format!("    [*] --> {id}"));
        let label = edge.strip_prefix(&format!("    {id} --> two: ")).unwrap();
        assert_eq!(label, text);
        for forbidden in ['<', '>', '"', ':', '&', '-', '%', '\u{202e}', '\r', '\0', '\u{85}'] {
            assert!(!label.contains(forbidden), "{label}");
        }
        let mut entities = label.split('#').skip(1);
        assert!(entities.all(|entity| entity.split_once(';').is_some_and(|(code, _)| code.parse::<u32>().is_ok())));
        assert!(!label.split('#').next().unwrap().contains(';'));
    }
}

/// The description says what the timeline says, row by row, to the day.
#[test]
fn the_drawing_tells_the_timeline() {
    for story in stories() {
        let drawing = drawn(story, Language::En);
        let rows: Vec<Row> = opened(story, |file| file.timeline(story.until()).unwrap());
        let (_, description) = drawing.split_once("<desc>").unwrap();
        let told: Vec<&str> = description.split_once("</desc>").unwrap().0.split("; ").collect();
        assert_eq!(told.len(), rows.len(), "{}", story.id());
        for (index, (row, told)) in rows.iter().zip(&told).enumerate() {
            let to = rows.get(index + 1).map_or(story.until(), |next| next.from.pred_opt().unwrap());
            assert!(told.starts_with(&format!("{} to {to}: ", row.from)), "{}: {told}", story.id());
            assert_eq!(!told.ends_with("(not valid)"), row.outline.in_force, "{}: {told}", story.id());
            let bar = format!("<rect class=\"{} edge\"", row.outline.phase.name());
            assert!(drawing.contains(&bar), "{}: {bar}", story.id());
        }
    }
    let drawing = drawn(find("appeal_lost").unwrap(), Language::En);
    let (_, description) = drawing.split_once("<desc>").unwrap();
    assert_snapshot!(description.split_once("</desc>").unwrap().0.replace("; ", "\n"), @"
    2005-05-20 to 2007-08-19: within its term
    2007-08-20 to 2007-10-07: cancelled (not valid)
    2007-10-08 to 2007-11-19: under appeal (not valid)
    2007-11-20 to 2008-06-30: cancelled, remedy closed (not valid)
    ");
}

/// What is not XML no program draws: every element is closed in its order, every number is a number.
#[test]
fn a_drawing_is_well_formed() {
    for drawing in all_drawings() {
        let mut open = Vec::new();
        for piece in drawing.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap();
            assert!(!text.contains('>') && tag.matches('"').count() % 2 == 0, "<{tag}>");
            let name = tag.trim_matches('/').split(' ').next().unwrap();
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name));
            } else if !tag.ends_with('/') {
                open.push(name);
            }
            for (_, value) in ["x", "y", "width", "height", "cx", "cy"]
                .iter()
                .filter_map(|name| attribute(tag, name).map(|value| (name, value)))
            {
                assert!(value.parse::<f64>().unwrap() >= 0.0, "<{tag}>");
            }
        }
        assert!(open.is_empty());
        assert!(drawing.contains("role=\"img\"") && drawing.contains("prefers-color-scheme:dark"));
    }
}

fn attribute<'d>(tag: &'d str, name: &str) -> Option<&'d str> {
    tag.split_once(&format!(" {name}=\""))?.1.split_once('"').map(|(value, _)| value)
}

/// Labels of days stand clear of one another, of the poles of other days, and of the edge of the sheet.
#[test]
fn labels_never_overlap() {
    let number = |tag: &str, name: &str| attribute(tag, name).unwrap().parse::<f64>().unwrap();
    for drawing in all_drawings() {
        let lines: Vec<&str> = drawing.lines().collect();
        // A pole, perhaps a dot, the day, the words.
        let mut flags = Vec::new();
        for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.contains("class=\"day over\"")) {
            let words = lines[index + 1].trim_end_matches("</text>").rsplit_once('>').unwrap().1;
            let wide = words.chars().map(|c| if c.is_ascii() { 6.6 } else { 12.0 }).sum::<f64>().max(60.0);
            let pole = lines[..index].iter().rev().find(|line| line.contains("<path class=\"line")).unwrap();
            let (x, ends) = attribute(pole, "d").unwrap().trim_start_matches('M').split_once(' ').unwrap();
            let (from, to) = ends.split_once('V').unwrap();
            let [x, from, to] = [x, from, to].map(|number| number.parse::<f64>().unwrap());
            let (left, top) = (number(line, "x"), number(line, "y") - 9.0);
            flags.push((x, from.min(to), from.max(to), left, left + wide, top, top + 22.0));
        }
        assert_eq!(flags.is_empty(), drawing.contains("nothing is recorded"));
        let sheet = number(lines[0], "width");
        for (index, &(.., left, right, top, bottom)) in flags.iter().enumerate() {
            assert!(right <= sheet, "{right} of {sheet}");
            for (_, other) in flags.iter().enumerate().filter(|(other, _)| *other != index) {
                let &(pole, high, low, other_left, other_right, other_top, other_bottom) = other;
                let apart = right <= other_left || other_right <= left || bottom <= other_top || other_bottom <= top;
                assert!(apart, "{:?} {other:?}", flags[index]);
                let clear = pole <= left || right <= pole || low <= top || bottom <= high;
                assert!(clear, "{:?} {other:?}", flags[index]);
            }
        }
    }
}

/// The line of the day, and that of the repeal, cross no label of a day and no sum of hours.
#[test]
fn the_line_of_the_day_crosses_no_label() {
    let number = |tag: &str, name: &str| attribute(tag, name).unwrap().parse::<f64>().unwrap();
    for drawing in all_drawings() {
        let lines = drawing.lines().filter(|line| {
            ["today", "repeal"]
                .map(|class| format!("<path class=\"{class}\""))
                .iter()
                .any(|path| line.starts_with(path))
        });
        for line in lines {
            let strokes = attribute(line, "d").unwrap().split('M').skip(1).map(|stroke| {
                let (x, ends) = stroke.split_once(' ').unwrap();
                let (from, to) = ends.split_once('V').unwrap();
                [x, from, to].map(|number| number.parse::<f64>().unwrap())
            });
            for [at, from, to] in strokes {
                for text in drawing.lines().filter(|text| text.starts_with("<text class=")) {
                    let class = attribute(text, "class").unwrap();
                    let (x, y) = (number(text, "x"), number(text, "y"));
                    let words = text.trim_end_matches("</text>").rsplit_once('>').unwrap().1;
                    let wide = words.chars().map(|c| if c.is_ascii() { 6.0 } else { 11.0 }).sum::<f64>();
                    let left = if class.starts_with("mid") { x - wide / 2.0 } else { x };
                    // What stands on the bar is cased, and so are names at the left.
                    let is_label =
                        (class.contains("over") || class.starts_with("mid small")) && !class.contains("light");
                    let is_clear = at <= left || left + wide <= at || to <= y - 9.0 || y <= from;
                    assert!(!is_label || is_clear || class.contains("mute"), "{line} {text}");
                }
            }
        }
    }
}

/// The hours on a drawing are those of the text on its day: what is earned later is drawn as what is to come.
#[test]
fn a_drawing_shows_what_is_known_on_its_day() {
    for story in stories() {
        let drawing = drawn(story, Language::En);
        let Ok(progress) = opened(story, |file| file.on(story.today()).unwrap().education()) else { continue };
        // A cycle begins on the day after its term.
        if progress.from > story.today() {
            continue;
        }
        let sums = [(progress.hours, progress.required)];
        let begun = progress.years.iter().filter(|year| year.from <= story.today());
        let years = begun.map(|year| (year.hours, year.required));
        for (hours, required) in sums.into_iter().chain(years) {
            let told = format!(">{hours}/{required}");
            // A cell of a few days has no room for words; its title has them.
            let in_title = format!(": {hours}/{required}");
            assert!(drawing.contains(&told) || drawing.contains(&in_title), "{}: {told}", story.id());
        }
        let year_to_come = progress.years.iter().find(|year| year.from > story.today());
        assert!(year_to_come.is_none() || drawing.contains("class=\"veil\""), "{}", story.id());
    }
    let drawing = drawn(find("one_hour_short").unwrap(), Language::En);
    assert!(drawing.contains(">179/180 −1, +1 to come</text>") && !drawing.contains("180/180"));
    assert!(drawing.contains("59/40; hours to come 1</title>"));
    let drawing = drawn(find("unlisted_provider").unwrap(), Language::En);
    assert!(drawing.contains(">120/180 −60, +60 to come</text>") && !drawing.contains("180/180"));
    assert!(drawing.contains("class=\"coming\"") && drawing.contains(">hours to come</text>"));
    let drawing = drawn(find("appeal_won").unwrap(), Language::En);
    assert!(drawing.contains(">120/180, +60 to come</text>") && drawing.contains("to come</text>"));
}

/// A term that begins the day before is not yet short of anything.
#[test]
fn a_term_that_has_just_begun_is_short_of_nothing() {
    let file = Law::of_2004().open(History::from(approved()), Ledger::default());
    let drawing = |today| file.picture(day!(2008, 12, 31), today, Language::En).unwrap().to_string();
    let (young, due, over) = (drawing(day!(2005, 3, 11)), drawing(day!(2007, 12, 10)), drawing(day!(2008, 3, 11)));
    assert!(young.contains(">0/180</text>") && !young.contains('−') && !young.contains("hours missing"));
    // The first two years are over, and with the window open the whole is asked for.
    assert!(due.contains(">0/180 −180</text>") && due.matches(">0/40 −40</text>").count() == 2);
    assert!(over.matches(">0/40 −40</text>").count() == 3);
    // What has not begun has no figure.
    assert_eq!(young.matches(">0/40</text>").count(), 1);
}

/// What is dated after the day is drawn as what is to come, and nothing of what is dated before.
#[test]
fn what_is_to_come_is_drawn_as_such() {
    let file = find("three_terms").unwrap().open();
    let later = |today| {
        let drawing = file.picture(day!(2016, 12, 31), today, Language::En).unwrap().to_string();
        let veils = drawing.matches("class=\"veil\"").count();
        (drawing.matches("<circle class=\"event later\"").count(), veils > 0, drawing.contains(">to come</text>"))
    };
    assert_eq!(later(day!(2004, 11, 1)), (7, true, true));
    assert_eq!(later(day!(2007, 11, 4)), (5, true, true));
    assert_eq!(later(day!(2007, 11, 5)), (4, true, true));
    assert_eq!(later(day!(2013, 10, 15)), (0, true, true));
    assert_eq!(later(day!(2016, 12, 31)), (0, false, false));
}

/// The repeal is a line with its day, and what it releases a phase of its own.
#[test]
fn the_repeal_is_drawn() {
    for id in ["released", "lapsed_before_the_repeal"] {
        let drawing = drawn(find(id).unwrap(), Language::En);
        assert!(drawing.contains("<path class=\"repeal\"") && drawing.contains(">notices repealed</text>"), "{id}");
        assert_eq!(drawing.contains("class=\"released edge\""), id == "released");
        // What is released falls due no more, and nothing is asked of its holder.
        assert_eq!(drawing.contains(">last day of the term</text>"), id != "released");
        assert_eq!(drawing.contains('−'), id != "released");
    }
    assert!(!drawn(find("on_time").unwrap(), Language::En).contains("<path class=\"repeal\""));
    let parameters = Parameters { repealed_on: Some(day!(2030, 1, 1)), ..Parameters::NOTICES };
    let law = Law::of_2004().with_parameters(parameters).unwrap();
    let file = law.open(History::from(approved()), Ledger::default());
    let drawing = file.picture(day!(2008, 12, 31), day!(2008, 1, 1), Language::En).unwrap().to_string();
    assert!(!drawing.contains("notices repealed"), "it lies beyond the drawing");
}

/// Read as known on a day, records made late or struck since are marked; read as known now, they are as they are.
#[test]
fn records_made_late_or_struck_are_marked() {
    let on = day!(2007, 10, 19);
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    let studied = Record::from(Entry { on, hours: Hours::whole(60), mode, field, kind, provider: None });
    let filed = Record::from(Act::ApplicationFiled(Default::default()).on(day!(2008, 1, 15)));
    let history = History::from(vec![
        Record::from(Act::Approved.on(day!(2005, 3, 10))).recorded_on(day!(2005, 4, 1)).unwrap(),
        filed.recorded_on(day!(2008, 2, 1)).unwrap(),
        Record::from(Act::ApplicationWithdrawn.on(day!(2008, 1, 20))).struck_on(day!(2008, 3, 1)).unwrap(),
    ]);
    let ledger = Ledger::from(vec![studied.struck_on(day!(2008, 2, 20)).unwrap()]);
    let file = Law::of_2004().open(history, ledger);
    let (until, today) = (day!(2008, 12, 31), day!(2008, 2, 10));
    let known = |known_on| file.as_known_on(known_on).picture(until, today, Language::En).map(|life| life.to_string());
    let drawing = known(day!(2008, 2, 10)).unwrap();
    assert!(drawing.contains("as of 2008-02-10, known by 2008-02-10"));
    assert!(drawing.contains(">approved, recorded 2005-04-01</text>"));
    assert!(drawing.contains(">application filed, recorded 2008-02-01</text>"));
    assert!(drawing.contains(">application withdrawn, struck 2008-03-01</text>"));
    assert!(drawing.contains(">60 hours, struck 2008-02-20</text>") && drawing.contains(">60/180 −120</text>"));
    // Before the filing was recorded there was nothing to withdraw; before anything was recorded, nothing.
    assert!(known(day!(2008, 1, 31)).is_err());
    let drawing = known(day!(2008, 1, 19)).unwrap();
    assert!(drawing.contains(">application filed, not recorded until 2008-02-01</text>"));
    assert!(drawing.contains(">application withdrawn, not recorded until 2008-01-20</text>"));
    assert!(drawing.contains("<circle class=\"unheld\""));
    let now = file.picture(until, today, Language::En).unwrap().to_string();
    assert!(!now.contains("recorded") && !now.contains("struck") && now.contains(">0/180 −180</text>"));
}

/// Thousands of events are drawn; what that costs is counted where the lanes are laid.
#[test]
fn a_crowd_can_be_drawn() {
    let mut events = approved();
    for _ in 0..4_000 {
        events.extend([applied().on(day!(2008, 1, 10)), Act::Refused.on(day!(2008, 1, 10))]);
    }
    let file = Law::of_2004().open(History::from(events), Ledger::default());
    let drawing = file.picture(day!(2008, 6, 30), day!(2008, 2, 1), Language::En).unwrap().to_string();
    assert_eq!(drawing.matches("<circle class=").count(), 8_001);
}

#[test]
fn any_title_will_do() {
    let file = Law::of_2004().open(History::from(approved()), Ledger::default());
    let life = || file.picture(day!(2008, 12, 31), day!(2010, 1, 1), Language::Zh).unwrap();
    let drawing = life().titled("</title><script>\"&'\u{0}\u{b}\n证书\u{202e}").to_string();
    assert!(drawing.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;' 证书\u{fffd}</title>"));
    let long = "长".repeat(300);
    let shortened = life().titled(&*long).to_string();
    assert!(shortened.contains(&format!("<title>{long}</title>")) && shortened.contains("长…</text>"));
    assert!(!drawing.contains("class=\"today\""), "today lies beyond the drawing");
    assert!(drawing.contains("lang=\"zh-Hans\"") && drawing.contains("应办理登记"));
}

#[test]
fn what_was_let_stand_is_marked() {
    let drawing = drawn(find("agency_withdrawn").unwrap(), Language::En);
    assert_eq!(drawing.matches("application accepted ⚠").count(), 1);
    assert_eq!(drawing.matches("registered ⚠").count(), 1);
    assert!(drawing.contains("the registration agency named is not approved on that day (47.3)</title>"));
    assert_eq!(drawn(find("on_time").unwrap(), Language::En).matches('⚠').count(), 0);
    let file = find("agency_withdrawn").unwrap().open();
    let strict = file.under(file.law(), Mode::Strict);
    let refusal = strict.picture(day!(2008, 12, 31), day!(2008, 1, 1), Language::En).unwrap_err();
    assert_eq!(refusal.event, 1);
    // Read as recorded, no fault is looked for.
    let recorded = file.under(file.law(), Mode::Recorded);
    let drawing = recorded.picture(day!(2008, 12, 31), day!(2008, 1, 1), Language::En).unwrap().to_string();
    assert!(!drawing.contains('⚠'));
}
