//! A published folder on a web server.

use std::io::Read;
use std::time::Duration;

use ureq::{Agent, Error};

use super::Source;
use crate::error::StoreError;

/// How long a connection, an answer, or the next bytes may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The slowest line on which an update can come through, in bytes a second; a server that is slower on purpose would
/// hold the lock for ever.
const SLOWEST: u64 = 1024;

/// A published folder at a web address, `http` or `https`.
///
/// What it says is checked by its signatures; TLS adds that nobody sees or withholds it on the way. Certificates are
/// checked against the roots that Mozilla's browsers trust, which are compiled in: a kiosk needs no system store.
pub struct Web {
    base: String,
    agent: Agent,
}

impl Web {
    /// The folder at `base`. Proxies are taken from the environment (`HTTPS_PROXY`, …).
    #[must_use]
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .timeout_resolve(Some(PATIENCE))
            .timeout_connect(Some(PATIENCE))
            .timeout_recv_response(Some(PATIENCE))
            .timeout_per_read(Some(PATIENCE))
            .max_redirects(4)
            .user_agent(concat!("rastau/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { base: base.trim_end_matches('/').to_owned(), agent: config.into() }
    }

    /// Whether a text is a web address.
    #[must_use]
    pub fn is_address(text: &str) -> bool {
        ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme))
    }
}

impl Source for Web {
    fn open(&self, name: &str, most: u64) -> Result<Option<Box<dyn Read + '_>>, StoreError> {
        let address = format!("{}/{name}", self.base);
        let budget = PATIENCE + Duration::from_secs(most / SLOWEST);
        let request = self.agent.get(&address).config().timeout_recv_body(Some(budget)).build();
        match request.call() {
            Ok(response) => Ok(Some(Box::new(response.into_body().into_reader()))),
            Err(Error::StatusCode(404 | 410)) => Ok(None),
            Err(error) => Err(StoreError::Source { name: address, problem: error.to_string() }),
        }
    }
}
