/** What PostgreSQL is told on a small machine, and why it differs from the defaults. */
export interface ClusterSettings {
  readonly socketFolder: string;
  /** Only for a cluster that a test throws away: no flush to disk. */
  readonly neverFlush?: boolean;
}

/** The text of dutyloop.conf, which is written anew at each start. local.conf beside it is the administrator's. */
export function settingsText({ socketFolder, neverFlush = false }: ClusterSettings): string {
  const durable = neverFlush
    ? ["fsync = off", "full_page_writes = off", "max_wal_size = '1GB'"]
    : ["fsync = on", "full_page_writes = on"];
  const lines = [
    "# Written at each start. Put your own settings into local.conf.",
    "listen_addresses = ''",
    `unix_socket_directories = '${socketFolder.replaceAll("'", "''")}'`,
    "unix_socket_permissions = 0700",
    "port = 5432",
    "password_encryption = 'scram-sha-256'",
    "max_connections = 60",
    "shared_buffers = '128MB'",
    "wal_level = replica",
    ...durable,
    "synchronous_commit = on",
    "track_io_timing = off",
    // Compiling pays for seconds-long queries only.
    "jit = off",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    "logging_collector = on",
    "log_directory = 'log'",
    // One file a weekday: a week is kept.
    "log_filename = 'postgresql-%a.log'",
    "log_truncate_on_rotation = on",
    "log_rotation_age = '1d'",
    "log_min_duration_statement = '1s'",
    "log_line_prefix = '%m [%p] %u %a '",
    "include_if_exists 'local.conf'",
  ];
  return `${lines.join("\n")}\n`;
}
