//! Everything as one HTML page, in both languages. It fetches nothing and needs no script: which language is shown is a
//! matter of its style sheet, and without that both stand there, one below the other.

use crate::bar::dress;
use crate::cited::{citations, guide, place};
use crate::report::{Kind, Lead, Line, Look, Part, Report};
use crate::run::picture;
use ruankao::calendar::iso;
use ruankao::{Clause, Language};
use std::fmt::{self, Write};

const STYLE: &str = include_str!("page.css");

/// Text as HTML has it.
struct Text<'t>(&'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|sign| match sign {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            _ => f.write_char(sign),
        })
    }
}

/// A drawing, without what all drawings share: the style and the patterns, which a page has once.
struct Drawing {
    drawing: String,
    shared: (String, String),
}

impl Drawing {
    fn of(look: &Look<'_>, language: Language) -> Self {
        let mut drawing = picture(look, language);
        let mut take = |from: &str, to: &str| {
            let taken = drawing.find(from).zip(drawing.find(to)).map(|(at, end)| at..end + to.len());
            taken.map(|taken| drawing.drain(taken).collect::<String>()).unwrap_or_default()
        };
        let (style, patterns) = (take("<style>", "</style>"), take("<defs>", "</defs>"));
        let style = style.trim_start_matches("<style>").trim_end_matches("</style>").to_owned();
        Self { drawing, shared: (style, patterns) }
    }
}

/// The page.
pub fn page(look: &Look<'_>) -> String {
    let mut page = String::new();
    // Writing into a string cannot fail.
    let _ = write_page(&mut page, look);
    page
}

fn write_page(page: &mut String, look: &Look<'_>) -> fmt::Result {
    let asked = look.args.language();
    let drawings = [Language::En, Language::Zh].map(|language| Drawing::of(look, language));
    let [Drawing { shared: (style, patterns), .. }, _] = &drawings;
    let title = look.subject.title(asked);
    writeln!(page, "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">", tag(asked))?;
    writeln!(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(page, "<meta name=\"color-scheme\" content=\"light dark\">")?;
    writeln!(page, "<title>{}</title>\n<style>\n{STYLE}{style}</style>\n</head>\n<body>", Text(&title))?;
    for (language, name) in [(Language::En, "English"), (Language::Zh, "中文")] {
        let (id, checked) = (language.choose("en", "zh"), if language == asked { " checked" } else { "" });
        write!(page, "<input type=\"radio\" name=\"language\" id=\"{id}\"{checked}>")?;
        writeln!(page, "<label for=\"{id}\" lang=\"{}\">{name}</label>", tag(language))?;
    }
    writeln!(page, "<svg class=\"shared\" width=\"0\" height=\"0\" aria-hidden=\"true\">{patterns}</svg>")?;
    for (language, drawing) in [Language::En, Language::Zh].into_iter().zip(&drawings) {
        Main { look, language, report: look.report(language) }.write(page, &drawing.drawing)?;
    }
    writeln!(page, "</body>\n</html>")
}

const fn tag(language: Language) -> &'static str {
    language.choose("en", "zh-Hans")
}

/// Words in which no line ends within a date.
fn write_dates(page: &mut String, words: &str) -> fmt::Result {
    let mut from = 0;
    for at in words.match_indices('-').map(|(at, _)| at.saturating_sub(4)) {
        let date = words.get(at..at + 10).filter(|date| at >= from && iso::parse(date).is_ok());
        if let Some(date) = date {
            write!(page, "{}<time>{date}</time>", Text(words.get(from..at).unwrap_or_default()))?;
            from = at + date.len();
        }
    }
    write!(page, "{}", Text(words.get(from..).unwrap_or_default()))
}

/// What is said in one language.
struct Main<'m> {
    look: &'m Look<'m>,
    language: Language,
    report: Report,
}

impl Main<'_> {
    const fn say(&self, en: &'static str, zh: &'static str) -> &'static str {
        self.language.choose(en, zh)
    }

    fn write(&self, page: &mut String, drawing: &str) -> fmt::Result {
        let (subject, report) = (self.look.subject, &self.report);
        writeln!(page, "<main lang=\"{}\" class=\"{}\">", tag(self.language), self.say("en", "zh"))?;
        writeln!(page, "<header>\n<h1>{}</h1>", Text(&report.title))?;
        if let Some(lesson) = &report.lesson {
            writeln!(page, "<p>{}</p>", Text(lesson))?;
        }
        write!(page, "<p class=\"day\">{} {}", self.say("looked at on", "查看日期"), subject.on)?;
        if let Some(known_on) = subject.known_on {
            write!(page, "{} {known_on}", self.say(", as the register was known on", "，按登记册该日所载："))?;
        }
        writeln!(page, "</p>\n</header>")?;
        for part in &report.parts {
            let (id, heading) = (format!("{}-{}", self.say("en", "zh"), part.name), Text(&part.heading));
            writeln!(
                page,
                "<section class=\"{}\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>",
                part.name
            )?;
            if part.name == "life" {
                // A box that scrolls is reached by the keyboard too.
                let label = self.say("The life as a picture", "证书历程图");
                writeln!(
                    page,
                    "<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"{label}\">{drawing}</div>"
                )?;
                self.write_rows(page, part)?;
            }
            self.write_lines(page, part)?;
            writeln!(page, "</section>")?;
        }
        self.write_clauses(page)?;
        writeln!(page, "</main>")
    }

    /// The rows of the life, a table.
    fn write_rows(&self, page: &mut String, part: &Part) -> fmt::Result {
        let rows = part.lines.iter().filter_map(|line| match line.lead {
            Lead::Phase(from, phase) => Some((from, phase, &line.words)),
            _ => None,
        });
        writeln!(page, "<table>")?;
        for (from, phase, words) in rows {
            let (name, (_, sign)) = (phase.name(), dress(phase));
            writeln!(
                page,
                "<tr><td>{from}</td><td class=\"sign\"><svg class=\"rk swatch\" width=\"20\" height=\"12\" role=\"img\" aria-label=\"{sign}\"><rect class=\"{name}\" width=\"20\" height=\"12\"/></svg></td><td>{}</td></tr>",
                Text(words)
            )?;
        }
        writeln!(page, "</table>")
    }

    /// The other lines, what is behind a line as a list inside it.
    fn write_lines(&self, page: &mut String, part: &Part) -> fmt::Result {
        let lines: Vec<&Line> = part.lines.iter().filter(|line| !matches!(line.lead, Lead::Phase(..))).collect();
        let mut open: Vec<(usize, &str)> = Vec::new();
        for line in lines {
            while open.last().is_some_and(|(depth, _)| *depth > line.depth) {
                let (_, list) = open.pop().unwrap_or_default();
                write!(page, "</li></{list}>")?;
            }
            if open.last().is_some_and(|(depth, _)| *depth == line.depth) {
                writeln!(page, "</li>")?;
            } else {
                let list = if matches!(line.lead, Lead::Number(_)) { "ol" } else { "ul" };
                writeln!(page, "\n<{list}>")?;
                open.push((line.depth, list));
            }
            let class = match line.kind {
                Kind::Said => "said",
                Kind::Quiet => "quiet",
                Kind::Fault => "fault",
                Kind::Reading => "reading",
                Kind::Mends => "mends",
                Kind::Text => "text",
            };
            match line.lead {
                Lead::Number(number) => write!(page, "<li class=\"{class}\" value=\"{number}\">")?,
                _ => write!(page, "<li class=\"{class}\">")?,
            }
            self.write_words(page, &line.words)?;
        }
        while let Some((_, list)) = open.pop() {
            write!(page, "</li></{list}>")?;
        }
        writeln!(page)
    }

    /// Words in which each citation leads to its clause.
    fn write_words(&self, page: &mut String, words: &str) -> fmt::Result {
        let mut from = 0;
        for (at, clause) in citations(words) {
            let before = words.get(from..at.start).unwrap_or_default();
            write_dates(page, before)?;
            write!(page, "<a href=\"#{}\">{clause}</a>", self.id(clause))?;
            from = at.end;
        }
        write_dates(page, words.get(from..).unwrap_or_default())
    }

    fn id(&self, clause: Clause) -> String {
        format!("{}-{clause}", self.say("en", "zh"))
    }

    /// The official text of every clause cited, once.
    fn write_clauses(&self, page: &mut String) -> fmt::Result {
        let (clauses, id) = (self.report.clauses(), format!("{}-clauses", self.say("en", "zh")));
        let Some(&first) = clauses.first() else { return Ok(()) };
        let heading = self.say("The clauses cited", "所引条文");
        writeln!(page, "<section class=\"clauses\" aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{heading}</h2>")?;
        let told = guide(first, self.language);
        let told = told.split([';', '；']).next().unwrap_or_default().to_owned();
        let [en, zh] = ["; the English is no official text", "。条文为官方原文。"];
        writeln!(page, "<p class=\"quiet\">{}{}</p>", Text(&told), self.say(en, zh))?;
        for clause in clauses {
            let place = place(clause, self.language);
            writeln!(page, "<article id=\"{}\">\n<h3>{clause} <span>{}</span></h3>", self.id(clause), Text(&place))?;
            write!(page, "<blockquote lang=\"zh-Hans\">")?;
            clause.text_zh().lines().try_for_each(|paragraph| write!(page, "<p>{}</p>", Text(paragraph)))?;
            writeln!(page, "</blockquote>")?;
            if self.language == Language::En {
                clause.text_en().lines().try_for_each(|paragraph| writeln!(page, "<p>{}</p>", Text(paragraph)))?;
            }
            writeln!(page, "</article>")?;
        }
        writeln!(page, "</section>")
    }
}
