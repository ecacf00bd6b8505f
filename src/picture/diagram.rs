//! State diagrams, printed from a transition table.

use crate::picture::escape::{Dot, Mermaid};
use crate::transition::Transition;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::fmt::{self, Display};

/// The table as a Mermaid state diagram.
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
        writeln!(f, "stateDiagram-v2")?;
        for state in states(table).filter(|state| !is_plain(state)) {
            writeln!(f, "    state \"{}\" as {}", Mermaid(state), Id(state))?;
        }
        if let Some(first) = table.first() {
            writeln!(f, "    [*] --> {}", Id(first.from))?;
        }
        for rows in edges(table) {
            let Some(row) = rows.first() else { continue };
            let label = label(&rows, "<br/>", |f, line| write!(f, "{}", Mermaid(line)));
            writeln!(f, "    {} --> {}: {label}", Id(row.from), Id(row.to))?;
        }
        ends(table).try_for_each(|state| writeln!(f, "    {} --> [*]", Id(state)))
    })
}

/// The table as a graph in the DOT language, under a name.
///
/// Rows between the same two states are one edge with a line each. States that no row leaves for another have a double border. Any
/// text can be the name of the graph, of a state or of a move. Printing it costs n log n.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::dot;
///
/// let graph = dot("certificate", TRANSITIONS).to_string();
/// assert!(graph.starts_with("digraph \"certificate\" {\n"));
/// assert!(graph.contains("registered (47.7)\\nrefused (47.7)"));
///
/// let graph = dot("a\" { b [URL=\"javascript:alert(1)\"] }", TRANSITIONS).to_string();
/// assert!(graph.starts_with(r#"digraph "a\" { b [URL=\"javascript:alert(1)\"] }" {"#));
/// ```
pub fn dot<'a, S: Copy + Ord + Display, T: Display>(name: &'a str, table: &'a [Transition<S, T>]) -> impl Display {
    fmt::from_fn(move |f| {
        writeln!(f, "digraph \"{}\" {{", Dot(name))?;
        writeln!(f, "    rankdir=LR; nodesep=0.5; ranksep=0.9; bgcolor=\"white\";")?;
        writeln!(f, "    node [shape=box, style=\"rounded,filled\", fillcolor=\"#f4f6f8\", fontname=\"sans-serif\"];")?;
        writeln!(f, "    edge [fontname=\"sans-serif\", fontsize=10, color=\"#5b6672\"];")?;
        if let Some(first) = table.first() {
            // A name that no state has: theirs begin with a letter of their own.
            writeln!(
                f,
                "    \"\" [shape=point, width=0.15, fillcolor=\"#5b6672\"];\n    \"\" -> {};",
                Node(first.from)
            )?;
        }
        ends(table).try_for_each(|state| writeln!(f, "    {} [peripheries=2];", Node(state)))?;
        for rows in edges(table) {
            let Some(row) = rows.first() else { continue };
            let label = label(&rows, "\\n", |f, line| write!(f, "{}", Dot(line)));
            writeln!(f, "    {} -> {} [label=\"{label}\"];", Node(row.from), Node(row.to))?;
        }
        writeln!(f, "}}")
    })
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
fn label<S, T: Display>(
    rows: &[&Transition<S, T>],
    line_end: &str,
    write: impl Fn(&mut fmt::Formatter<'_>, &dyn Display) -> fmt::Result,
) -> impl Display {
    fmt::from_fn(move |f| {
        for (index, row) in rows.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { line_end })?;
            let line = fmt::from_fn(|f| match row.clause {
                Some(clause) => write!(f, "{} ({clause})", row.trigger),
                None => write!(f, "{}", row.trigger),
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
