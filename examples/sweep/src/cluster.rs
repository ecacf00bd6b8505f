//! The engine: this process alone, or a cluster of machines under a scheduler.
//!
//! A register is read by its path: on a cluster every executor has to find it there.

use crate::codec::{Logical, Physical};
use crate::error::Error;
use ballista::prelude::SessionContextExt;
use ballista_core::extension::SessionConfigExt;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpStream;

/// What the operators of a query may hold in memory, in this process.
const MEMORY: usize = 1 << 30;

/// A session in this process, on so many threads.
///
/// # Errors
///
/// Where the engine finds no place for what does not fit into memory.
pub fn alone(threads: usize) -> Result<SessionContext, Error> {
    let runtime = RuntimeEnvBuilder::new().with_memory_limit(MEMORY, 1.0).build_arc()?;
    let config = set_up(SessionConfig::new().with_target_partitions(threads));
    Ok(SessionContext::new_with_config_rt(config, runtime))
}

/// A session with the scheduler of a cluster.
///
/// # Errors
///
/// Where nobody answers at the address.
pub async fn of(scheduler: SocketAddr) -> Result<SessionContext, Error> {
    let answers = TcpStream::connect(scheduler).await;
    answers.map_err(|error| Error::Cluster(format!("no scheduler answers at `{scheduler}`: {error}")))?;
    let config = set_up(SessionConfig::new_with_ballista())
        .with_ballista_logical_extension_codec(Arc::new(Logical::default()))
        .with_ballista_physical_extension_codec(Arc::new(Physical::default()));
    let state = SessionStateBuilder::new().with_default_features().with_config(config).build();
    Ok(SessionContext::remote_with_state(&format!("df://{scheduler}"), state).await?)
}

/// Texts are read as they are written, not as views: the functions take them so. And the fields of an answer are not taken
/// for cheap, moved to the scan and each worked out from a question of its own: a certificate is asked once.
fn set_up(config: SessionConfig) -> SessionConfig {
    config
        .set_bool("datafusion.execution.parquet.schema_force_view_types", false)
        .set_bool("datafusion.optimizer.enable_leaf_expression_pushdown", false)
}

/// Distributes questions to executors, until it is stopped; one that is silent for `timeout` seconds is given up, and
/// what it had done or was at is done again by others.
///
/// # Errors
///
/// Where the address is taken.
pub async fn schedule(bind: SocketAddr, timeout: u64) -> Result<(), Error> {
    let config = SchedulerConfig {
        bind_host: bind.ip().to_string(),
        bind_port: bind.port(),
        external_host: bind.ip().to_string(),
        executor_timeout_seconds: timeout,
        expire_dead_executor_interval_seconds: (timeout / 2).max(1),
        no_executors_grace_period_seconds: timeout,
        override_logical_codec: Some(Arc::new(Logical::default())),
        override_physical_codec: Some(Arc::new(Physical::default())),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await.map_err(failed)?;
    start_server(cluster, bind, Arc::new(config)).await.map_err(failed)
}

/// Works for a scheduler, until it is stopped: listens on a port and the next, and keeps what it has worked out in a
/// folder.
///
/// # Errors
///
/// Where the scheduler is not there, or a port is taken.
pub async fn execute(
    scheduler: SocketAddr,
    bind: SocketAddr,
    folder: Option<String>,
    threads: usize,
    heartbeat: u64,
) -> Result<(), Error> {
    let config = ExecutorProcessConfig {
        bind_host: bind.ip().to_string(),
        external_host: Some(bind.ip().to_string()),
        port: bind.port(),
        grpc_port: bind.port() + 1,
        scheduler_host: scheduler.ip().to_string(),
        scheduler_port: scheduler.port(),
        scheduler_connect_timeout_seconds: 20,
        vcores: threads,
        work_dir: folder,
        executor_heartbeat_interval_seconds: heartbeat,
        override_logical_codec: Some(Arc::new(Logical::default())),
        override_physical_codec: Some(Arc::new(Physical::default())),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await.map_err(failed)
}

fn failed(error: impl ToString) -> Error {
    Error::Cluster(error.to_string())
}
