//! Questions that wait for their answers.

use ruankao::conformance::run;
use std::io::{BufRead, BufReader, Write, pipe};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Whoever asks line by line is answered line by line, though the next line has begun to come.
#[test]
fn a_line_is_answered_before_the_next_one_is_waited_for() {
    let (questions, mut asking) = pipe().unwrap();
    let (answers, answering) = pipe().unwrap();
    let (heard, hears) = mpsc::channel();
    let runner = thread::spawn(move || run(BufReader::new(questions), answering).unwrap());
    thread::spawn(move || {
        for line in BufReader::new(answers).lines() {
            heard.send(line.unwrap()).unwrap();
        }
    });
    let next = || hears.recv_timeout(Duration::from_secs(60)).expect("an answer while the next question waits");
    asking.write_all(b"{\"id\": \"a\", \"ask\": []}\n{\"id\":").unwrap();
    assert_eq!(next(), r#"{"id":"a","answers":[]}"#);
    asking.write_all(b" \"b\", \"ask\": []}\n").unwrap();
    assert_eq!(next(), r#"{"id":"b","answers":[]}"#);
    drop(asking);
    assert_eq!(runner.join().unwrap(), 0);
}
