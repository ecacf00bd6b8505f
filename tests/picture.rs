//! Diagrams and drawings, held equal to what is committed, and to the facts.
//!
//! `RUANKAO_REGENERATE=1 cargo test --test picture` writes the files under `docs/` anew.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use insta::assert_snapshot;
use ruankao::appeal::Outcome;
use ruankao::desk::APPLICATION_TRANSITIONS;
use ruankao::lifecycle::{Context, TRANSITIONS};
use ruankao::oversight::BodyKind;
use ruankao::registration::Acceptance;
use ruankao::regulation::Regulation;
use ruankao::revocation::Revocation;
use ruankao::story::{Story, find, stories};
use ruankao::{Act, Application, History, Language, Mode, oversight, picture};
use std::path::Path;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn drawn(story: &Story, language: Language) -> String {
    let scene = story.scene();
    let credits = scene.credits();
    let life = picture::life(&scene.history, scene.context(&credits), story.until(), story.today(), language).unwrap();
    life.titled(story.title(language)).to_string()
}

/// Drawings of every kind: the stories, and lives that crowd or stretch the sheet.
fn all_drawings() -> Vec<String> {
    let mut drawings: Vec<String> =
        stories().flat_map(|story| [Language::En, Language::Zh].map(|language| drawn(story, language))).collect();
    let applied = || Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let approved = || vec![Act::Approved.on(day(2005, 3, 10))];
    let mut crowded = approved();
    for on in (1..14).map(|week| day(2007, 12, 10) + chrono::Days::new(week * 6)) {
        crowded.extend([applied().on(on), Act::Refused.on(on.succ_opt().unwrap())]);
    }
    let mut long = approved();
    for term in 1..12 {
        long.extend([applied().on(day(2005 + 3 * term, 1, 10)), Act::Registered.on(day(2005 + 3 * term, 1, 20))]);
    }
    let at_once = vec![
        Act::Approved.on(day(2005, 3, 10)),
        Act::Cancelled(Revocation::Incapacity).on(day(2008, 2, 1)),
        Act::CancellationPublished.on(day(2008, 2, 1)),
        Act::AppealFiled.on(day(2008, 2, 1)),
        Act::AppealDecided(Outcome::Overturned).on(day(2008, 2, 1)),
        applied().on(day(2008, 2, 1)),
        Act::Registered.on(day(2008, 2, 1)),
    ];
    let lives = [
        (approved(), day(2005, 3, 10)),
        (at_once, day(2008, 2, 3)),
        (crowded, day(2008, 6, 30)),
        (long, day(2045, 12, 31)),
        (vec![], day(2008, 1, 1)),
    ];
    let regulation = Regulation::default();
    let context = Context::new(&regulation).mode(Mode::Audit);
    drawings.extend(lives.map(|(events, until)| {
        let history = History::from(events);
        picture::life(&history, context, until, day(2008, 2, 1), Language::En).unwrap().to_string()
    }));
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

/// The machine of a kind of body, with what its diagrams are called.
fn bodies() -> [(&'static str, Vec<oversight::Transition>); 2] {
    [("agency", BodyKind::RegistrationAgency), ("institution", BodyKind::TrainingInstitution)]
        .map(|(name, kind)| (name, oversight::TRANSITIONS.iter().filter(|row| row.kind == kind).copied().collect()))
}

#[test]
fn the_committed_diagrams_are_the_table() {
    hold("diagrams/certificate.mmd", &picture::mermaid(TRANSITIONS).to_string());
    hold("diagrams/certificate.dot", &picture::dot("certificate", TRANSITIONS).to_string());
    hold("diagrams/application.mmd", &picture::mermaid(APPLICATION_TRANSITIONS).to_string());
    hold("diagrams/application.dot", &picture::dot("application", APPLICATION_TRANSITIONS).to_string());
    for (name, table) in bodies() {
        hold(&format!("diagrams/{name}.mmd"), &picture::mermaid(&table).to_string());
        hold(&format!("diagrams/{name}.dot"), &picture::dot(name, &table).to_string());
    }
}

#[test]
fn the_committed_drawings_are_the_stories() {
    hold("pictures/sick_leave.svg", &drawn(find("sick_leave").unwrap(), Language::En));
    hold("pictures/appeal_won.zh.svg", &drawn(find("appeal_won").unwrap(), Language::Zh));
}

#[test]
fn a_diagram_has_a_line_for_each_row() {
    let mermaid = picture::mermaid(TRANSITIONS).to_string();
    assert_eq!(mermaid.matches(" (4").count(), TRANSITIONS.len());
    let dot = picture::dot("certificate", TRANSITIONS).to_string();
    assert_eq!(dot.matches(" (4").count(), TRANSITIONS.len());
    let ends: Vec<&str> = mermaid.lines().filter(|line| line.contains("[*]")).map(str::trim).collect();
    assert_snapshot!(ends.join("\n"), @r"
    [*] --> unapproved
    not_subject --> [*]
    lapsed --> [*]
    upheld --> [*]
    ");
}

/// 47.2, 47.14, 48.8, 48.12: a line for each row here too; what is withdrawn stays so, what was declined may open again.
#[test]
fn the_diagrams_of_bodies_have_a_line_for_each_row() {
    for (_, table) in bodies() {
        let mermaid = picture::mermaid(&table).to_string();
        assert_eq!(mermaid.matches(" (4").count(), table.len());
        let ends: Vec<&str> = mermaid.lines().filter(|line| line.contains("[*]")).map(str::trim).collect();
        assert_eq!(ends, ["[*] --> unknown", "withdrawn --> [*]"]);
    }
    let [(_, agency), (_, institution)] = bodies();
    assert!(!picture::mermaid(&agency).to_string().contains("filed"));
    assert_snapshot!(picture::mermaid(&institution), @r"
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
    struct Row(&'static str, &'static str, &'static str);
    impl picture::Arrow for Row {
        fn from(&self) -> &'static str {
            self.0
        }
        fn trigger(&self) -> &'static str {
            self.1
        }
        fn to(&self) -> &'static str {
            self.2
        }
        fn clause(&self) -> ruankao::Clause {
            ruankao::Clause::N47_2
        }
    }
    let table = [Row("unknown", "proposed", "open"), Row("open", "approved", "acting"), Row("open", "filed", "acting")];
    assert_snapshot!(picture::mermaid(&table), @r"
    stateDiagram-v2
        [*] --> unknown
        unknown --> open: proposed (47.2)
        open --> acting: approved (47.2)<br/>filed (47.2)
        acting --> [*]
    ");
    assert!(
        picture::dot("agency", &table)
            .to_string()
            .contains("open -> acting [label=\"approved (47.2)\\nfiled (47.2)\"]")
    );
    assert_eq!(picture::mermaid::<Row>(&[]).to_string(), "stateDiagram-v2\n");
}

/// The description says what the timeline says, row by row, to the day.
#[test]
fn the_drawing_tells_the_timeline() {
    for story in stories() {
        let (scene, drawing) = (story.scene(), drawn(story, Language::En));
        let credits = scene.credits();
        let rows = scene.history.timeline(story.until(), scene.context(&credits)).unwrap();
        let (_, description) = drawing.split_once("<desc>").unwrap();
        let told: Vec<&str> = description.split_once("</desc>").unwrap().0.split("; ").collect();
        assert_eq!(told.len(), rows.len(), "{}", story.id());
        for (index, (row, told)) in rows.iter().zip(&told).enumerate() {
            let to = rows.get(index + 1).map_or(story.until(), |next| next.from.pred_opt().unwrap());
            assert!(told.starts_with(&format!("{} to {to}: ", row.from)), "{}: {told}", story.id());
            assert_eq!(!told.ends_with("(not in force)"), row.outline.in_force, "{}: {told}", story.id());
            let bar = format!("<rect class=\"{} edge\"", row.outline.phase.name());
            assert!(drawing.contains(&bar), "{}: {bar}", story.id());
        }
    }
    let drawing = drawn(find("appeal_lost").unwrap(), Language::En);
    let (_, description) = drawing.split_once("<desc>").unwrap();
    assert_snapshot!(description.split_once("</desc>").unwrap().0.replace("; ", "\n"), @"
    2005-05-20 to 2007-08-19: in force
    2007-08-20 to 2007-10-07: cancelled (not in force)
    2007-10-08 to 2007-11-19: under appeal (not in force)
    2007-11-20 to 2008-06-30: cancelled, remedy closed (not in force)
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
            let pole = lines[..index].iter().rev().find(|line| line.contains("<path class=\"line\"")).unwrap();
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

#[test]
fn any_title_will_do() {
    let regulation = Regulation::default();
    let history = History::from_iter([Act::Approved.on(day(2005, 3, 10))]);
    let life = picture::life(&history, Context::new(&regulation), day(2008, 12, 31), day(2010, 1, 1), Language::Zh);
    let drawing = life.unwrap().titled("</title><script>\"&'\u{0}\u{b}\n证书").to_string();
    assert!(drawing.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;' 证书</title>"));
    let long = "长".repeat(300);
    let life = picture::life(&history, Context::new(&regulation), day(2008, 12, 31), day(2010, 1, 1), Language::Zh);
    let shortened = life.unwrap().titled(&*long).to_string();
    assert!(shortened.contains(&format!("<title>{long}</title>")) && shortened.contains("长…</text>"));
    assert!(!drawing.contains("class=\"today\""), "today lies beyond the drawing");
    assert!(drawing.contains("lang=\"zh-Hans\"") && drawing.contains("应办理登记"));
}

#[test]
fn what_was_let_stand_is_marked() {
    let drawing = drawn(find("agency_withdrawn").unwrap(), Language::En);
    assert_eq!(drawing.matches("application accepted ⚠").count(), 1);
    assert!(drawing.contains("the registration agency named is not approved on that day (47.3)</title>"));
    assert_eq!(drawn(find("on_time").unwrap(), Language::En).matches('⚠').count(), 0);
    let scene = find("agency_withdrawn").unwrap().scene();
    let credits = scene.credits();
    let strict = scene.context(&credits).mode(Mode::Strict);
    let refusal = picture::life(&scene.history, strict, day(2008, 12, 31), day(2008, 1, 1), Language::En).unwrap_err();
    assert_eq!(refusal.event, 1);
}
