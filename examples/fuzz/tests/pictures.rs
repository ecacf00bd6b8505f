//! Drawings and diagrams with hostile names: what is written stays one text, and no markup of its own.

use bolero::check;
use core::fmt;
use ruankao::conformance::read_case;
use ruankao::picture::{dot, mermaid};
use ruankao::{Language, Transition, day};
use ruankao_fuzz::{Bytes, edited_case};

/// A state by any name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Named<'a>(&'a str);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[test]
fn any_name_stays_within_its_diagram() {
    check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        let middle = text.floor_char_boundary(text.len() / 2);
        let (one, other) = (Named(&text[..middle]), Named(&text[middle..]));
        let row = |from, trigger, to| Transition { from, trigger, to, clause: None };
        let table = [row(one, other, other), row(other, one, one), row(one, one, other)];
        let plain = [
            row(Named("a"), Named("b"), Named("b")),
            row(Named("b"), Named("a"), Named("a")),
            row(Named("a"), Named("a"), Named("b")),
        ];
        let graph = dot(&text, &table).to_string();
        // Outside of quotes there is what stands there whatever the names.
        if one.0 != other.0 {
            assert_eq!(outside(&graph), outside(&dot("", &plain).to_string()), "{graph}");
        }
        let chart = mermaid(&table).to_string();
        for drawn in [&graph, &chart] {
            assert!(!drawn.contains(|c: char| c.is_control() && c != '\n'), "{drawn:?}");
        }
        // A name adds neither a line nor a mark of the language.
        let marks =
            |chart: &str| ['\n', '<', '"', '\'', '`', '{', '}', '%', '[', ']'].map(|mark| chart.matches(mark).count());
        let is_quoted = |name: &Named<'_>| {
            mermaid(&[Transition { from: *name, trigger: *name, to: *name, clause: None }])
                .to_string()
                .contains("state \"")
        };
        if one.0 != other.0 && is_quoted(&one) && is_quoted(&other) {
            let (one, other) = (Named("-a"), Named("-b"));
            let quoted = [row(one, other, other), row(other, one, one), row(one, one, other)];
            assert_eq!(marks(&chart), marks(&mermaid(&quoted).to_string()), "{chart}");
        }
    });
}

/// What of a graph does not stand between quotes.
fn outside(graph: &str) -> String {
    let (mut kept, mut quoted, mut escaped) = (String::new(), false, false);
    for letter in graph.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if !quoted => kept.push(letter),
            _ => {}
        }
    }
    assert!(!quoted, "{graph}");
    kept
}

#[test]
fn any_life_is_drawn_as_xml() {
    check!().for_each(|input: &[u8]| {
        let mut bytes = Bytes(input);
        let language = Language::ALL[bytes.below(2)];
        let Ok(case) = read_case(edited_case(bytes.0).as_bytes(), 1) else { return };
        let file = case.open();
        let until = day!(2012, 1, 1);
        let Ok(life) = file.picture(until, day!(2008, 2, 1), language) else { return };
        let drawn = life.titled(format!("{}{}", case.id, String::from_utf8_lossy(bytes.0))).to_string();
        let mut open = Vec::new();
        for tag in drawn.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').unwrap_or_else(|| panic!("{drawn}"));
            assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{drawn:?}");
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{drawn}"),
                None if tag.ends_with('/') => {}
                None => open.push(tag.split_whitespace().next().unwrap()),
            }
        }
        assert!(open.is_empty(), "{drawn}");
    });
}
