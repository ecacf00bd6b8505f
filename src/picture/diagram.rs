//! State diagrams, printed from a transition table.

use crate::lifecycle::transitions::{StateName, Trigger};
use crate::oversight::event::Deed;
use crate::oversight::phase::Phase;
use crate::regulation::clause::Clause;
use crate::transition::Transition;
use core::fmt;

/// A row of a transition table, as far as a diagram shows it.
///
/// Names are lower case with underscores, as on the wire: they are printed as they are.
pub trait Arrow {
    /// The state before.
    fn from(&self) -> &'static str;
    /// What moves it.
    fn trigger(&self) -> &'static str;
    /// The state after.
    fn to(&self) -> &'static str;
    /// The clause that it rests on.
    fn clause(&self) -> Clause;
}

impl Arrow for Transition<StateName, Trigger> {
    fn from(&self) -> &'static str {
        self.from.name()
    }

    fn trigger(&self) -> &'static str {
        self.trigger.name()
    }

    fn to(&self) -> &'static str {
        self.to.name()
    }

    fn clause(&self) -> Clause {
        self.clause.unwrap_or(Clause::N47_0)
    }
}

impl Arrow for Transition<Phase, Deed> {
    fn from(&self) -> &'static str {
        self.from.name()
    }

    /// The outcome, where the act has one: what tells a review passed from one failed.
    fn trigger(&self) -> &'static str {
        let (event, outcome) = self.trigger.event();
        outcome.unwrap_or(event)
    }

    fn to(&self) -> &'static str {
        self.to.name()
    }

    fn clause(&self) -> Clause {
        self.clause.unwrap_or(Clause::N47_2)
    }
}

/// The table as a Mermaid state diagram.
///
/// It starts in the state of the first row and ends in the states that no row leaves. Rows between the same two states
/// are one arrow with a line each.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::mermaid;
///
/// let diagram = mermaid(TRANSITIONS).to_string();
/// assert!(diagram.contains("    under_review --> running: registered (47.7)<br/>refused (47.7)\n"));
/// assert!(!diagram.contains("lapsed --> running"));
/// ```
pub fn mermaid<A: Arrow>(table: &[A]) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        writeln!(f, "stateDiagram-v2")?;
        if let Some(first) = table.first() {
            writeln!(f, "    [*] --> {}", first.from())?;
        }
        for row in edges(table) {
            writeln!(f, "    {} --> {}: {}", row.from(), row.to(), label(table, row, "<br/>"))?;
        }
        ends(table).try_for_each(|state| writeln!(f, "    {state} --> [*]"))
    })
}

/// The table as a graph in the DOT language, under a name.
///
/// Rows between the same two states are one edge with a line each. States that no row leaves have a double border.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::TRANSITIONS;
/// use ruankao::picture::dot;
///
/// let graph = dot("certificate", TRANSITIONS).to_string();
/// assert!(graph.starts_with("digraph certificate {\n"));
/// assert!(graph.contains("registered (47.7)\\nrefused (47.7)"));
/// ```
pub fn dot<'a, A: Arrow>(name: &'a str, table: &'a [A]) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        writeln!(f, "digraph {name} {{")?;
        writeln!(f, "    rankdir=LR; nodesep=0.5; ranksep=0.9; bgcolor=\"white\";")?;
        writeln!(f, "    node [shape=box, style=\"rounded,filled\", fillcolor=\"#f4f6f8\", fontname=\"sans-serif\"];")?;
        writeln!(f, "    edge [fontname=\"sans-serif\", fontsize=10, color=\"#5b6672\"];")?;
        if let Some(first) = table.first() {
            writeln!(f, "    start [shape=point, width=0.15, fillcolor=\"#5b6672\"];\n    start -> {};", first.from())?;
        }
        ends(table).try_for_each(|state| writeln!(f, "    {state} [peripheries=2];"))?;
        for row in edges(table) {
            writeln!(f, "    {} -> {} [label=\"{}\"];", row.from(), row.to(), label(table, row, "\\n"))?;
        }
        writeln!(f, "}}")
    })
}

/// The first row of each pair of states.
fn edges<A: Arrow>(table: &[A]) -> impl Iterator<Item = &A> {
    table.iter().enumerate().filter_map(|(index, row)| {
        let is_first = !table.iter().take(index).any(|other| joins(other, row));
        is_first.then_some(row)
    })
}

/// What leads from one state to the other, a line for each row.
fn label<'a, A: Arrow>(table: &'a [A], edge: &'a A, line_end: &'a str) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        for (index, row) in table.iter().filter(|row| joins(*row, edge)).enumerate() {
            let gap = if index == 0 { "" } else { line_end };
            write!(f, "{gap}{} ({})", row.trigger(), row.clause())?;
        }
        Ok(())
    })
}

fn joins<A: Arrow>(row: &A, edge: &A) -> bool {
    row.from() == edge.from() && row.to() == edge.to()
}

/// The states that no row leaves, in the order in which they are first reached.
fn ends<A: Arrow>(table: &[A]) -> impl Iterator<Item = &'static str> {
    table.iter().enumerate().filter_map(move |(index, row)| {
        let state = row.to();
        let left = table.iter().any(|other| other.from() == state);
        let seen = table.iter().take(index).any(|other| other.to() == state);
        (!left && !seen).then_some(state)
    })
}
