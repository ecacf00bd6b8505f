//! `sweep`: questions to a register of any size.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use indicatif::HumanCount;
use ruankao_sweep::error::Error;
use ruankao_sweep::life::Lives;
use ruankao_sweep::question::{self, By, Question};
use ruankao_sweep::{cluster, sweep, write};
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::time::Instant;

/// So many certificates are made up before they are written.
const AT_ONCE: usize = 16_384;

/// Sweeps a register of certificates in Parquet, in this process or on a cluster.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// The threads to work on; as many as the machine has where none is named.
    #[arg(long, global = true)]
    threads: Option<NonZeroUsize>,
}

#[derive(Subcommand)]
enum Command {
    /// Makes a register up: lawful lives from 2000 to 2026 under a scope from 1999, the same for the same seed.
    Generate {
        /// How many certificates.
        #[arg(long)]
        certificates: u64,
        /// Where they come from.
        #[arg(long, default_value_t = 0)]
        seed: u64,
        /// How many in a thousand hold an act done without its legal conditions.
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(0..=1000))]
        flawed: u32,
        /// The file.
        #[arg(short, long, default_value = "register.parquet")]
        output: String,
    },
    /// Counts the certificates on a day, by province or phase or both.
    Count {
        /// The day.
        #[arg(long)]
        on: NaiveDate,
        /// What to count by.
        #[arg(long, value_enum, value_delimiter = ',', default_values_t = [By::Province])]
        by: Vec<By>,
        #[command(flatten)]
        to: To,
    },
    /// Finds the certificates in force that lapse soon, and the hours their holders lack.
    Lapsing {
        /// The day.
        #[arg(long)]
        on: NaiveDate,
        /// In so many days at most.
        #[arg(long, value_name = "DAYS", default_value_t = 90)]
        within: u32,
        /// Lists each certificate instead of counting them.
        #[arg(long)]
        each: bool,
        #[command(flatten)]
        to: To,
    },
    /// Finds the acts done without their legal conditions, and the histories that cannot be read.
    Audit {
        /// Lists each fault instead of counting them.
        #[arg(long)]
        each: bool,
        #[command(flatten)]
        to: To,
    },
    /// Distributes questions to executors.
    Scheduler {
        /// The address to listen on.
        #[arg(long, default_value = "127.0.0.1:50050")]
        bind: SocketAddr,
        /// After so many seconds of silence an executor is given up.
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u64).range(2..))]
        timeout: u64,
    },
    /// Works for a scheduler.
    Executor {
        /// The scheduler's address.
        #[arg(long, default_value = "127.0.0.1:50050")]
        scheduler: SocketAddr,
        /// The address to listen on; the port behind it is taken too.
        #[arg(long, default_value = "127.0.0.1:50051")]
        bind: SocketAddr,
        /// Where to keep what is worked out; a temporary folder where none is named.
        #[arg(long)]
        folder: Option<String>,
        /// A sign of life every so many seconds.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
        heartbeat: u64,
    },
}

/// Whom to ask, under what law, and where the answer goes.
#[derive(Args)]
struct To {
    /// The register: a Parquet file, or a folder of them.
    #[arg(long, default_value = "register.parquet")]
    register: String,
    /// The law, as JSON; that of 2004 where none is named.
    #[arg(long)]
    law: Option<String>,
    /// The address of a Ballista scheduler; its executors have to find the register by the same path.
    #[arg(long)]
    scheduler: Option<SocketAddr>,
    /// Where the answer is written: a `.parquet` or a `.csv`.
    #[arg(short, long)]
    output: Option<String>,
}

fn main() -> ExitCode {
    env_logger::init();
    let Cli { command, threads } = Cli::parse();
    let threads = threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run(command, threads)),
        Err(error) => Err(Error::Cluster(error.to_string())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command, threads: usize) -> Result<(), Error> {
    match command {
        Command::Generate { certificates, seed, flawed, output } => {
            generate(Lives { seed, flawed }, certificates, &output)
        }
        Command::Count { on, by, to } => ask(&question::count(on, &by), &to, threads).await,
        Command::Lapsing { on, within, each, to } => ask(&question::lapsing(on, within, each), &to, threads).await,
        Command::Audit { each, to } => ask(&question::audit(each), &to, threads).await,
        Command::Scheduler { bind, timeout } => cluster::schedule(bind, timeout).await,
        Command::Executor { scheduler, bind, folder, heartbeat } => {
            cluster::execute(scheduler, bind, folder, threads, heartbeat).await
        }
    }
}

fn generate(lives: Lives, certificates: u64, file: &str) -> Result<(), Error> {
    let (start, progress) = (Instant::now(), sweep::progress(Some(certificates)));
    write::generate(lives, certificates, AT_ONCE, file, |more| progress.inc(more))?;
    progress.finish_and_clear();
    eprintln!("{} certificates in {:.1?}, `{file}`", HumanCount(certificates), start.elapsed());
    Ok(())
}

async fn ask(question: &Question, to: &To, threads: usize) -> Result<(), Error> {
    let law = sweep::law(to.law.as_deref())?;
    let session = match to.scheduler {
        Some(scheduler) => cluster::of(scheduler).await?,
        None => cluster::alone(threads)?,
    };
    sweep::open(&session, &to.register, &law).await?;
    let start = Instant::now();
    let answer = sweep::ask(&session, question, to.output.as_deref()).await?;
    print!("{}", answer.shown(question));
    eprintln!("{} rows in {:.1?}", HumanCount(answer.rows), start.elapsed());
    if answer.unread > 0 {
        eprintln!("{} cannot be read and are not counted, among them:", HumanCount(answer.unread));
        eprintln!("{}", sweep::unread(&session, question).await?);
    }
    Ok(())
}
