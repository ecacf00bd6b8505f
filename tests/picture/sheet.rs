//! The sheet of a drawing: well formed, and no text over another.

use crate::{applied, approved, drawn, registered};
use ruankao::appeal::Outcome;
use ruankao::revocation::Revocation;
use ruankao::story::{find, stories};
use ruankao::{Act, Event, History, Language, Law, Ledger, Mode, day};

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
    let drawing = life().titled("</title><script>\"&'\u{0}\u{b}\n证书\u{202e}\u{200b}\u{3164}").to_string();
    assert!(drawing.contains(
        "<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;'\u{fffd}\u{fffd} 证书\u{fffd}\u{fffd}\u{fffd}</title>"
    ));
    let long = "长".repeat(300);
    let shortened = life().titled(&*long).to_string();
    assert!(shortened.contains(&format!("<title>{long}</title>")) && shortened.contains("长…</text>"));
    assert!(!drawing.contains("class=\"today\""), "today lies beyond the drawing");
    assert!(drawing.contains("lang=\"zh-Hans\"") && drawing.contains("应办理登记"));
}
