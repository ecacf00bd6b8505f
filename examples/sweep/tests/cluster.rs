//! The same answers on a cluster: a scheduler and two executors, as processes of this machine.

mod common;

use common::{LIVES, register};
use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const CERTIFICATES: u64 = 16_000;
const PATIENCE: Duration = Duration::from_secs(120);

/// A process that ends with the test.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn sweep(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sweep"));
    command.args(arguments);
    command
}

/// A port that nobody listens on, nor on the next.
fn port() -> u16 {
    let pair = (0..100).find_map(|_| {
        let first = TcpListener::bind("127.0.0.1:0").ok()?;
        let port = first.local_addr().ok()?.port();
        TcpListener::bind(("127.0.0.1", port.checked_add(1)?)).ok()?;
        Some(port)
    });
    pair.unwrap()
}

fn log(folder: &Path, name: &str) -> Stdio {
    fs::File::create(folder.join(name)).unwrap().into()
}

struct Cluster {
    folder: TempDir,
    address: String,
    _scheduler: Process,
    executors: Vec<Process>,
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("127.0.0.1:{}", port());
        let mut scheduler = sweep(&["scheduler", "--bind", &address, "--timeout", "10"]);
        let scheduler = scheduler.env("RUST_LOG", "info").stderr(log(folder.path(), "scheduler.log")).spawn().unwrap();
        let executors = (0..2).map(|place| {
            let bind = format!("127.0.0.1:{}", port());
            let work = folder.path().join(format!("work-{place}"));
            fs::create_dir(&work).unwrap();
            let mut executor = sweep(&["executor", "--scheduler", &address, "--bind", &bind, "--heartbeat", "1"]);
            executor.args(["--threads", "1", "--folder", work.to_str().unwrap()]).env("RUST_LOG", "info");
            let executor = executor.stderr(log(folder.path(), &format!("executor-{place}.log"))).spawn().unwrap();
            Process(executor)
        });
        let executors = executors.collect();
        Self { address, executors, _scheduler: Process(scheduler), folder }
    }

    /// How many files of results an executor keeps for others.
    fn results(&self, executor: usize) -> usize {
        fn files(folder: &Path) -> usize {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
        }
        files(&self.folder.path().join(format!("work-{executor}")))
    }

    fn logs(&self) -> String {
        let names = ["scheduler.log", "executor-0.log", "executor-1.log"];
        let logs = names.map(|name| {
            let text = fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
            let lines: Vec<_> = text.lines().collect();
            format!("== {name}\n{}\n", lines[lines.len().saturating_sub(40)..].join("\n"))
        });
        logs.concat()
    }
}

#[test]
fn one_executor_is_killed_in_the_middle_and_the_answer_is_the_same() {
    let register = register(LIVES, CERTIFICATES);
    let register = register.path().to_str().unwrap();
    let mut cluster = Cluster::start();
    let folder = cluster.folder.path().to_owned();
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let questions: [&[&str]; 3] = [
        &["count", "--on", "2008-03-10", "--by", "province,phase"],
        &["lapsing", "--on", "2008-03-10", "--within", "90", "--each"],
        &["audit"],
    ];
    let common = ["--register", register, "--law", "law.json", "-o"];
    let ask = |question: &[&str], file: &str, scheduler: &[&str]| {
        let mut command = sweep(&[question, &common, &[file], scheduler].concat());
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let ended = |mut asked: Child, cluster: &Cluster| {
        let start = Instant::now();
        while asked.try_wait().unwrap().is_none() {
            if start.elapsed() > PATIENCE {
                let _ = asked.kill();
                panic!("no answer\n{}", cluster.logs());
            }
            thread::sleep(Duration::from_millis(20));
        }
        let (mut said, status) = (String::new(), asked.wait().unwrap());
        asked.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(status.success(), "{said}\n{}", cluster.logs());
    };
    for (place, question) in questions.into_iter().enumerate() {
        ended(ask(question, &file(&format!("alone-{place}.csv")), &[]), &cluster);
    }
    let same = |name: &str, place: usize| {
        let read = |name: String| fs::read_to_string(folder.join(name)).unwrap();
        let (found, expected) = (read(name.to_owned()), read(format!("alone-{place}.csv")));
        assert!(expected.lines().count() > 2);
        assert_eq!(found, expected, "{:?}", questions[place]);
    };
    let on_the_cluster = ["--scheduler", &cluster.address.clone()];

    // Both at work.
    for (place, question) in questions.into_iter().enumerate() {
        ended(ask(question, &file(&format!("two-{place}.csv")), &on_the_cluster), &cluster);
        same(&format!("two-{place}.csv"), place);
    }
    assert!(cluster.results(0) > 0 && cluster.results(1) > 0, "{}", cluster.logs());

    // One killed while it works: it has part of the answer, and the rest is not there yet.
    let before = cluster.results(1);
    let mut asked = ask(questions[0], &file("one-0.csv"), &on_the_cluster);
    while cluster.results(1) == before {
        assert!(asked.try_wait().unwrap().is_none(), "the answer came without the second executor\n{}", cluster.logs());
        thread::sleep(Duration::from_millis(2));
    }
    drop(cluster.executors.pop());
    assert!(asked.try_wait().unwrap().is_none(), "the answer came before the executor could be killed");
    ended(asked, &cluster);
    same("one-0.csv", 0);

    // And one alone.
    ended(ask(questions[2], &file("one-2.csv"), &on_the_cluster), &cluster);
    same("one-2.csv", 2);
}
