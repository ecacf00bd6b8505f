//! A program that answers lines, and a file in which answers lie.

use ruankao::conformance::{Answering, Case, Stance};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How often a program is started at the most after it ended or said what is no answer.
const STARTS: u32 = 500;

/// How often a program is waited for in vain at the most.
const WAITS: u32 = 12;

/// A program that answers lines.
///
/// That it gives no answer is an answer too: it differs from every other, the case is shrunk on which it does, and the
/// program is started again. Only one that never comes to itself, or keeps us waiting too often, ends the check.
pub struct Program {
    command: Vec<String>,
    timeout: Duration,
    stance: Stance,
    running: Running,
    starts: u32,
    waits: u32,
}

struct Running {
    child: Child,
    input: Option<ChildStdin>,
    answers: Receiver<io::Result<String>>,
}

/// Why there is no answer.
enum Silence {
    /// None in time.
    Late(String),
    /// It ended, or what it said is none.
    None(String),
}

impl Program {
    pub fn start(command: &[String], timeout: Duration, stance: Stance) -> io::Result<Self> {
        let running = Running::start(command)?;
        Ok(Self { command: command.to_vec(), timeout, stance, running, starts: 0, waits: 0 })
    }

    fn ask(&mut self, case: &Case) -> Result<Vec<Value>, Silence> {
        let line = serde_json::to_string(case).map_err(|error| Silence::None(error.to_string()))?;
        let running = &mut self.running;
        let input = running.input.as_mut().ok_or_else(|| Silence::None("it has no standard input".to_owned()))?;
        let sent = writeln!(input, "{line}").and_then(|()| input.flush());
        sent.map_err(|error| Silence::None(format!("it reads no more: {error}")))?;
        let answered = running.answers.recv_timeout(self.timeout).map_err(|error| match error {
            RecvTimeoutError::Timeout => Silence::Late(format!("no answer in {} s", self.timeout.as_secs())),
            RecvTimeoutError::Disconnected => Silence::None("it has ended".to_owned()),
        })?;
        let line = answered.map_err(|error| Silence::None(error.to_string()))?;
        answers_in(&line, &case.id).map_err(Silence::None)
    }
}

impl Running {
    fn start(command: &[String]) -> io::Result<Self> {
        let (name, arguments) = command.split_first().ok_or(io::ErrorKind::InvalidInput)?;
        let mut child = Command::new(name).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (sender, answers) = channel();
        std::thread::spawn(move || {
            for line in output.into_iter().flat_map(|output| BufReader::new(output).lines()) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Self { child, input, answers })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answering for Program {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let reason = match self.ask(case) {
            Ok(answers) => return Ok(answers),
            Err(Silence::Late(reason)) => {
                self.waits += 1;
                reason
            }
            Err(Silence::None(reason)) => reason,
        };
        self.starts += 1;
        if self.starts > STARTS || self.waits > WAITS {
            return Err(reason);
        }
        self.running = Running::start(&self.command).map_err(|error| format!("{reason}; started again: {error}"))?;
        let silence = json!({ "error": { "code": "no_answer", "message": reason } });
        Ok(vec![silence; case.ask.len()])
    }
}

/// The answers in a line, which has to be that of the case.
fn answers_in(line: &str, id: &str) -> Result<Vec<Value>, String> {
    let mut answer: Value = serde_json::from_str(line).map_err(|error| format!("its line is no JSON: {error}"))?;
    let answered = answer.get("id").unwrap_or(&Value::Null);
    if answered != id {
        return Err(format!("it answers {answered} where `{id}` was asked"));
    }
    match answer.get_mut("answers").map(Value::take) {
        Some(Value::Array(answers)) => Ok(answers),
        _ => Err("its line has no `answers`; expected a list".to_owned()),
    }
}

/// Answers that lie in a file, by the id of their case.
pub struct Answered {
    by_id: HashMap<String, String>,
    stance: Stance,
}

impl Answered {
    /// The answers of these lines.
    pub fn read(lines: impl IntoIterator<Item = String>, stance: Stance) -> Result<Self, serde_json::Error> {
        let mut by_id = HashMap::new();
        for line in lines {
            let answer: Value = serde_json::from_str(&line)?;
            let id = answer.get("id").and_then(Value::as_str).unwrap_or_default();
            by_id.insert(id.to_owned(), line);
        }
        Ok(Self { by_id, stance })
    }
}

impl Answering for Answered {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        let line = self.by_id.get(&case.id).ok_or("the file has no answer to it")?;
        answers_in(line, &case.id)
    }
}
