//! A published directory on a web server.

use std::time::Duration;

use ureq::{Agent, Error};

use super::{Reply, Source};
use crate::error::{SourceError, StoreError};

/// The timeout for a connection, a response, and the next bytes.
const TIMEOUT: Duration = Duration::from_secs(30);
/// The minimum rate of a transfer in bytes per second. Without it a slow server could hold the lock forever.
const MIN_RATE: u64 = 1024;

/// A published directory at a web address, `http` or `https`.
///
/// Its content is verified by signatures; TLS adds confidentiality and makes it harder to withhold updates. Certificates
/// are verified with Mozilla's roots, which are compiled in, so a kiosk needs no certificate store.
///
/// ```no_run
/// use rastau_core::calendar::Timestamp;
/// use rastau_store::source::Web;
/// use rastau_store::{Clock, Device, Update};
///
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(); // the device's clock
/// let update = Update { now, clock: Clock::Shows, root: None, wait: true };
/// Device::at("device").update(&Web::new("https://example.org/register"), &update, &mut |_, _| {})?;
/// # Ok::<(), rastau_store::StoreError>(())
/// ```
pub struct Web {
    base: String,
    agent: Agent,
}

impl Web {
    /// Returns the source at the address `base`, with or without a slash at the end. Proxies are read from the
    /// environment (`HTTPS_PROXY`, …).
    #[must_use]
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .timeout_resolve(Some(TIMEOUT))
            .timeout_connect(Some(TIMEOUT))
            .timeout_recv_response(Some(TIMEOUT))
            .timeout_per_read(Some(TIMEOUT))
            .max_redirects(4)
            .user_agent(concat!("rastau/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { base: base.trim_end_matches('/').to_owned(), agent: config.into() }
    }

    /// Returns whether a text is a web address.
    #[must_use]
    pub fn is_address(text: &str) -> bool {
        ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme))
    }
}

impl Source for Web {
    fn open(&self, name: &str, max: u64) -> Result<Reply<'_>, StoreError> {
        let address = format!("{}/{name}", self.base);
        let budget = TIMEOUT + Duration::from_secs(max / MIN_RATE);
        let request = self.agent.get(&address).config().timeout_recv_body(Some(budget)).build();
        match request.call() {
            Ok(response) => Ok(Reply::Body(Box::new(response.into_body().into_reader()))),
            Err(Error::StatusCode(status)) => Ok(Reply::Status(status)),
            Err(error) => {
                Err(StoreError::Source { name: address, source: SourceError::Transport(error.into()) })
            }
        }
    }
}
