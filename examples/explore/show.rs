//! What is printed and written.

use crate::args::Args;
use crate::bar;
use crate::run::Failure;
use crate::scene::Seen;
use anstyle::{AnsiColor, Style};
use ruankao::calendar::Period;
use ruankao::explain::Explanation;
use ruankao::lifecycle::Row;
use ruankao::story::stories as all_stories;
use ruankao::whatif::{Asked, Inquiry};
use ruankao::words::Named;
use ruankao::{AsOf, Language, Mode, Plan, agenda, picture};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};

const HEAD: Style = Style::new().bold();
const QUIET: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::BrightBlack)));

pub fn stories(out: &mut impl Write, language: Language) -> io::Result<()> {
    for story in all_stories() {
        writeln!(out, "{HEAD}{}{HEAD:#}  {}", story.id(), story.title(language))?;
        writeln!(out, "    {}", story.lesson(language))?;
    }
    Ok(())
}

pub fn all(out: &mut impl Write, args: &Args, seen: &Seen) -> Result<(), Failure> {
    let (language, context) = (args.language(), seen.context());
    let (history, on) = (&seen.scene.history, seen.on);
    let say = |en: &'static str, zh: &'static str| language.choose(en, zh);

    writeln!(out, "{HEAD}{}{HEAD:#}", seen.title)?;
    if let Some(lesson) = &seen.lesson {
        writeln!(out, "{lesson}")?;
    }

    heading(out, say("The life", "登记经过"))?;
    match history.timeline(seen.until, context) {
        Ok(rows) => life(out, seen, &rows, language)?,
        Err(refusal) => {
            let why = Explanation::of_refusal(&refusal, history, seen.scene.regulation.readings());
            write!(out, "{}", told(&why, args))?;
            let audit = say(
                "with --audit it stands and is reported, where it can",
                "加上 --audit，可以成立的仍然有效，同时列出问题",
            );
            writeln!(out, "{QUIET}{audit}{QUIET:#}")?;
        }
    }
    if seen.scene.mode == Mode::Audit
        && let Ok(irregularities) = history.irregularities(context)
    {
        heading(out, say("Irregularities", "不合规定之处"))?;
        for irregularity in &irregularities {
            let why = Explanation::of_irregularity(irregularity, history, seen.scene.regulation.readings());
            write!(out, "{}", told(&why, args))?;
        }
        if irregularities.is_empty() {
            writeln!(out, "{}", say("none", "无"))?;
        }
    }

    heading(out, &format!("{} {on}", say("The standing on", "证书状态，截至")))?;
    let as_of = match history.as_of(on, context) {
        Ok(as_of) => as_of,
        Err(refusal) => {
            let why = Explanation::of_refusal(&refusal, history, seen.scene.regulation.readings());
            write!(out, "{}", told(&why, args))?;
            return Ok(difference(out, seen, language)?);
        }
    };
    write!(out, "{}", told(&Explanation::of_standing(&as_of), args))?;
    heading(out, say("May the holder register that day?", "当日能否办理登记？"))?;
    write!(out, "{}", told(&Explanation::of_assessment(&as_of, &seen.application), args))?;
    heading(out, say("The plan", "后续办理"))?;
    writeln!(out, "{}", Plan::new(&as_of, Some(&seen.application)).in_words(language).to_string().trim_end())?;
    readings(out, seen, &as_of, language)?;
    difference(out, seen, language)?;

    writeln!(out)?;
    let hint = say(
        "Another story: --list. Another day: --on. Why, with the official text: --clauses. All else: --help",
        "其他示例：--list；其他日期：--on；附官方条文：--clauses；其余：--help",
    );
    Ok(writeln!(out, "{QUIET}{hint}{QUIET:#}")?)
}

fn heading(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "\n{HEAD}{text}{HEAD:#}")
}

fn told(why: &Explanation, args: &Args) -> String {
    let text = if args.clauses {
        why.with_clauses(args.language()).to_string()
    } else {
        why.in_words(args.language()).to_string()
    };
    // What was read is beside the reasons, not one of them: quiet, and said once.
    let mut read = BTreeSet::new();
    let line = |line: &str| match line.trim_start() {
        reading if !reading.starts_with('[') => format!("{line}\n"),
        reading if read.insert(reading.to_owned()) || args.clauses => format!("{QUIET}{line}{QUIET:#}\n"),
        _ => String::new(),
    };
    text.trim_end().lines().map(line).collect()
}

fn life(out: &mut impl Write, seen: &Seen, rows: &[Row], language: Language) -> io::Result<()> {
    let events: Vec<_> = seen.scene.history.events().iter().map(|event| event.on).collect();
    bar::draw(out, rows, seen.until, seen.on, &events)?;
    let (day, happened) = (language.choose("the day looked at", "查看日期"), language.choose("events", "事件"));
    writeln!(out, "{QUIET}▼ {day}  ▲ {happened}{QUIET:#}")?;
    for row in rows {
        let (style, sign) = bar::dress(row.outline.phase);
        let phase = row.outline.phase.called().choose(language);
        let valid = match (row.outline.in_force, row.outline.is_final) {
            (true, _) => language.choose("valid", "有效"),
            (false, Some(true)) => language.choose("not valid, remedy closed", "无效，复议程序结束"),
            (false, _) => language.choose("not valid", "无效"),
        };
        let comma = language.choose(", ", "，");
        writeln!(out, "  {}  {style}{sign}{style:#} {phase}{comma}{valid}", row.from)?;
    }
    Ok(())
}

fn readings(out: &mut impl Write, seen: &Seen, as_of: &AsOf<'_>, language: Language) -> io::Result<()> {
    heading(out, language.choose("What other readings would change", "其他解释会带来的变化"))?;
    let colon = language.choose(": ", "：");
    let inquiry = Inquiry::new(&seen.scene.history, seen.on, *as_of.context());
    for (asked, called) in [
        (Asked::Standing, language.choose("the standing", "状态")),
        (Asked::Registrable(&seen.application), language.choose("whether it could be registered", "能否登记")),
    ] {
        match inquiry.asking(asked).unanimous() {
            Ok(claim) => writeln!(out, "  {called}{colon}{}", claim.in_words(language))?,
            Err(flips) => {
                for flip in flips {
                    writeln!(out, "  {called}{colon}{}", flip.in_words(language))?;
                }
            }
        }
    }
    Ok(())
}

fn difference(out: &mut impl Write, seen: &Seen, language: Language) -> io::Result<()> {
    let Some(difference) = &seen.difference else { return Ok(()) };
    heading(out, language.choose("What the supposition changes", "假设带来的变化"))?;
    writeln!(out, "{}", difference.in_words(language).to_string().trim_end())
}

/// Writes the files that were asked for.
pub fn files(args: &Args, seen: &Seen) -> Result<(), String> {
    let (language, context) = (args.language(), seen.context());
    let refused = |error: &dyn std::fmt::Display| format!("there is nothing to draw: {error}");
    if let Some(path) = &args.svg {
        let life = picture::life(&seen.scene.history, context, seen.until, seen.on, language);
        let life = life.map_err(|refusal| refused(&refusal))?.titled(seen.title.clone());
        fs::write(path, life.to_string()).map_err(|error| format!("`{}`: {error}", path.display()))?;
    }
    if let Some(path) = &args.ics {
        let as_of = seen.scene.history.as_of(seen.on, context).map_err(|refusal| refused(&refusal))?;
        let days = Period::new(seen.on, seen.until).map_err(|error| error.to_string())?;
        let items = agenda::due(&seen.id, &as_of, days).map_err(|error| error.to_string())?;
        let feed = agenda::feed::icalendar(&items, seen.on, language);
        fs::write(path, feed).map_err(|error| format!("`{}`: {error}", path.display()))?;
    }
    Ok(())
}
