//! State diagrams, printed from a transition table.

use crate::picture::escape::{Dot, Mermaid};
use crate::transition::Transition;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Display};

/// The table as a Mermaid state diagram, with the names of the wire.
///
/// It starts in the state of the first row and ends in the states that no row leaves for another. Rows between the same two states
/// are one arrow with a line each. Any text can be the name of a state or a move. Printing it costs n log n.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::mermaid;
///
/// let diagram = mermaid(TRANSITIONS).to_string();
/// assert!(diagram.contains("    under_appeal --> upheld: appeal_decided upheld (47.11)\n"));
/// assert!(!diagram.contains("upheld --> running"));
/// ```
pub fn mermaid<S: Copy + Ord + Display, T: Display>(table: &[Transition<S, T>]) -> impl Display {
    fmt::from_fn(move |f| {
        write_mermaid(f, table, &|f, state| write!(f, "{state}"), &|f, trigger| write!(f, "{trigger}"), false)
    })
}

/// The same with words of its own for each state and each move; the states keep their names on the wire.
///
/// # Examples
///
/// ```
/// use ruankao::Language::Zh;
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::{mermaid_in_words, seen_as};
///
/// let diagram = mermaid_in_words(TRANSITIONS, |state| seen_as(state, Zh), |trigger| trigger.in_words(Zh)).to_string();
/// assert!(diagram.contains("    state \"已提交登记申请\" as filed\n"));
/// assert!(diagram.contains("    unapproved --> running: 批准 (47.3)\n"));
/// ```
pub fn mermaid_in_words<S: Copy + Ord + Display, T: Copy, D: Display, E: Display>(
    table: &[Transition<S, T>],
    state: impl Fn(S) -> D,
    trigger: impl Fn(T) -> E,
) -> impl Display {
    fmt::from_fn(move |f| {
        let (state, trigger) = (
            |f: &mut fmt::Formatter<'_>, of| write!(f, "{}", state(of)),
            |f: &mut fmt::Formatter<'_>, of: &T| write!(f, "{}", trigger(*of)),
        );
        write_mermaid(f, table, &state, &trigger, true)
    })
}

/// What writes something of a diagram.
type Write<'w, T> = &'w dyn Fn(&mut fmt::Formatter<'_>, T) -> fmt::Result;
type WriteRef<'w, T> = &'w dyn Fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result;

fn write_mermaid<S: Copy + Ord + Display, T>(
    f: &mut fmt::Formatter<'_>,
    table: &[Transition<S, T>],
    name: Write<'_, S>,
    trigger: WriteRef<'_, T>,
    are_all_named: bool,
) -> fmt::Result {
    writeln!(f, "stateDiagram-v2")?;
    for state in states(table).filter(|state| are_all_named || !is_plain(state)) {
        writeln!(f, "    state \"{}\" as {}", Mermaid(fmt::from_fn(|f| name(f, state))), Id(state))?;
    }
    if let Some(first) = table.first() {
        writeln!(f, "    [*] --> {}", Id(first.from))?;
    }
    for rows in edges(table) {
        let Some(row) = rows.first() else { continue };
        let label = label(&rows, "<br/>", trigger, |f, line| write!(f, "{}", Mermaid(line)));
        writeln!(f, "    {} --> {}: {label}", Id(row.from), Id(row.to))?;
    }
    ends(table).try_for_each(|state| writeln!(f, "    {} --> [*]", Id(state)))
}

/// The table as a graph in the DOT language, under a name, with the names of the wire.
///
/// Rows between the same two states are one arrow with a line each. The words of an arrow are a node on its way, drawn after all
/// arrows, so that none crosses them. States that no row leaves for another have a double border. Any text can be the name of the
/// graph, of a state or of a move. Printing it costs n log n.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::dot;
///
/// let graph = dot("certificate", TRANSITIONS).to_string();
/// assert!(graph.starts_with("digraph \"certificate\" {\n"));
/// assert!(graph.contains("refused (47.7)\\napplication_withdrawn (47.7)"));
///
/// let graph = dot("a\" { b [URL=\"javascript:alert(1)\"] }", TRANSITIONS).to_string();
/// assert!(graph.starts_with(r#"digraph "a\" { b [URL=\"javascript:alert(1)\"] }" {"#));
/// ```
pub fn dot<'a, S: Copy + Ord + Display, T: Display>(name: &'a str, table: &'a [Transition<S, T>]) -> impl Display {
    fmt::from_fn(move |f| {
        write_dot(f, name, table, &|f, state| write!(f, "{state}"), &|f, trigger| write!(f, "{trigger}"))
    })
}

/// The same with words of its own for each state and each move.
///
/// # Examples
///
/// ```
/// use ruankao::Language::En;
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::{dot_in_words, seen_as};
///
/// let graph = dot_in_words("certificate", TRANSITIONS, |state| seen_as(state, En), |trigger| trigger.in_words(En));
/// assert!(graph.to_string().contains(r#""filed" [label="awaiting acceptance"];"#));
/// ```
pub fn dot_in_words<'a, S: Copy + Ord + Display, T: Copy, D: Display, E: Display>(
    name: &'a str,
    table: &'a [Transition<S, T>],
    state: impl Fn(S) -> D,
    trigger: impl Fn(T) -> E,
) -> impl Display {
    fmt::from_fn(move |f| {
        let (state, trigger) = (
            |f: &mut fmt::Formatter<'_>, of| write!(f, "{}", state(of)),
            |f: &mut fmt::Formatter<'_>, of: &T| write!(f, "{}", trigger(*of)),
        );
        write_dot(f, name, table, &state, &trigger)
    })
}

fn write_dot<S: Copy + Ord + Display, T>(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    table: &[Transition<S, T>],
    state_name: Write<'_, S>,
    trigger: WriteRef<'_, T>,
) -> fmt::Result {
    writeln!(f, "digraph \"{}\" {{", Dot(name))?;
    // What is drawn last covers what it stands on.
    writeln!(f, "    rankdir=TB; nodesep=0.25; ranksep=0.3; outputorder=edgesfirst; bgcolor=\"white\";")?;
    writeln!(f, "    node [shape=box, style=\"rounded,filled\", fillcolor=\"#dbe7f3\", fontname=\"sans-serif\"];")?;
    writeln!(f, "    edge [color=\"#5b6672\"];")?;
    if let Some(first) = table.first() {
        // A name that no state has: theirs begin with a letter of their own.
        writeln!(f, "    \"\" [shape=point, width=0.15, fillcolor=\"#5b6672\"];\n    \"\" -> {};", Node(first.from))?;
    }
    for state in states(table) {
        writeln!(f, "    {} [label=\"{}\"];", Node(state), Dot(fmt::from_fn(|f| state_name(f, state))))?;
    }
    ends(table).try_for_each(|state| writeln!(f, "    {} [peripheries=2];", Node(state)))?;
    let under = underscores(table);
    for (number, rows) in edges(table).enumerate() {
        let Some(row) = rows.first() else { continue };
        let label = label(&rows, "\\n", trigger, |f, line| write!(f, "{}", Dot(line)));
        let (on_the_way, from, to) = (alloc::format!("\"{under}{number}\""), Node(row.from), Node(row.to));
        writeln!(
            f,
            "    {on_the_way} [label=\"{label}\", shape=plaintext, style=filled, fillcolor=\"white\", fontsize=10, margin=\"0.04,0.02\", height=0.1];"
        )?;
        writeln!(f, "    {from} -> {on_the_way} [arrowhead=none];\n    {on_the_way} -> {to};")?;
    }
    writeln!(f, "}}")
}

/// More underscores than any state's name begins with: what begins with these is no state.
fn underscores<S: Copy + Ord + Display, T>(table: &[Transition<S, T>]) -> String {
    let leading = |state: S| alloc::format!("{state}").chars().take_while(|&c| c == '_').count();
    "_".repeat(states(table).map(leading).max().unwrap_or(0) + 1)
}

/// The rows of each pair of states, in the order in which the pairs first appear.
fn edges<S: Copy + Ord, T>(table: &[Transition<S, T>]) -> impl Iterator<Item = Vec<&Transition<S, T>>> {
    let mut edges: Vec<Vec<&Transition<S, T>>> = Vec::new();
    let mut places = BTreeMap::new();
    for row in table {
        let place = *places.entry((row.from, row.to)).or_insert(edges.len());
        match edges.get_mut(place) {
            Some(rows) => rows.push(row),
            None => edges.push(alloc::vec![row]),
        }
    }
    edges.into_iter()
}

/// What leads from one state to the other, a line for each row.
fn label<S, T>(
    rows: &[&Transition<S, T>],
    line_end: &str,
    trigger: WriteRef<'_, T>,
    write: impl Fn(&mut fmt::Formatter<'_>, &dyn Display) -> fmt::Result,
) -> impl Display {
    fmt::from_fn(move |f| {
        for (index, row) in rows.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { line_end })?;
            let line = fmt::from_fn(|f| {
                trigger(f, &row.trigger)?;
                row.clause.map_or(Ok(()), |clause| write!(f, " ({clause})"))
            });
            write(f, &line)?;
        }
        Ok(())
    })
}

/// The states, in the order in which they first appear.
fn states<S: Copy + Ord, T>(table: &[Transition<S, T>]) -> impl Iterator<Item = S> {
    let mut seen = BTreeSet::new();
    table.iter().flat_map(|row| [row.from, row.to]).filter(move |&state| seen.insert(state))
}

/// The states that no row leaves for another, in the order in which they are first reached.
fn ends<S: Copy + Ord, T>(table: &[Transition<S, T>]) -> impl Iterator<Item = S> {
    let left: BTreeSet<S> = table.iter().filter(|row| row.from != row.to).map(|row| row.from).collect();
    states(table).filter(move |state| !left.contains(state))
}

/// A state as DOT names it.
struct Node<S>(S);

impl<S: Display> Display for Node<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", Dot(&self.0))
    }
}

/// A state as Mermaid names it: as it is called where that is a plain word, else by its letters' numbers.
struct Id<S>(S);

impl<S: Display> Display for Id<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if is_plain(&self.0) {
            return write!(f, "{}", self.0);
        }
        // A plain word never begins with an underscore.
        f.write_str("_")?;
        alloc::format!("{}", self.0).chars().try_for_each(|c| write!(f, "_{:x}", u32::from(c)))
    }
}

/// Whether a name is a word to Mermaid that means nothing else.
fn is_plain(name: &impl Display) -> bool {
    const KEYWORDS: [&str; 14] = [
        "accdescr",
        "acctitle",
        "as",
        "class",
        "classdef",
        "click",
        "default",
        "direction",
        "end",
        "hide",
        "href",
        "note",
        "scale",
        "state",
    ];
    let name = alloc::format!("{name}");
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !KEYWORDS.contains(&name.to_ascii_lowercase().as_str())
}
