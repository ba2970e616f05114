// Everything that phuenthi_api may do, by name or because everybody may, and why. tests/db/rights.test.ts compares it with the database:
// whoever gives the role a right more says here what for.

/** Rights that are not the declaration of a kind: one group has one reason. */
export const GRANTED: Record<string, string[]> = {
  "what is served: places, boundaries, tiles": [
    ...[
      "area",
      "area_alias",
      "area_band",
      "area_feature",
      "area_placement",
      "area_search",
      "area_shape",
      "area_tile",
    ],
    ...[
      "authority_shape",
      "boundary_version",
      "local_authority",
      "local_authority_area",
      "place_nickname",
      "place_search",
    ],
    ...["region", "region_province"],
  ].map((name) => `select on public.${name}`),
  "what is served: figures, in which nothing small is, and targets": [
    ...["achievement", "achievement_sum", "denominator", "indicator", "plan_standing", "pooled_amount"],
    ...["target_value", "target_version"],
  ].map((name) => `select on public.${name}`),
  "what answers are described and kept by": [...["code", "data_version", "record_kind", "source"]].map(
    (name) => `select on public.${name}`,
  ),
  "definitions of coordinates: everybody's with PostGIS": [
    ...["geography_columns", "geometry_columns", "spatial_ref_sys"],
  ].map((name) => `select on public.${name}`),
  "where names are looked up": ["api", "in_force", "indicator", "public", "record", "tiles"].map(
    (name) => `usage on schema ${name}`,
  ),
  "the one way to write a target, which refuses what is no whole": [
    "as phuenthi_keeper api.write_target_version(text,integer,jsonb,jsonb)",
  ],
  "of records that nobody may read: their sources, days and numbers, never a row": [
    "as phuenthi_keeper api.kinds_standing()",
    "as phuenthi_keeper api.record_sources(text[])",
    "as phuenthi_keeper api.source_date(text,integer)",
  ],
  "to serve at all": ["connect to the database"],
  "what ends a statement that takes too long, and what keeps a short one short": [
    "setting jit",
    "setting statement_timeout",
  ],
};

/** Functions of PostgreSQL that everybody may call and that do more than compute, by their names. */
export const CALLED_BY_ALL: Record<string, RegExp> = {
  "answer a number, a time or a word":
    /^(gen_random_uuid|random|setseed|clock_timestamp|timeofday|current_query|lastval|currtid2)$/,
  "need rights on a sequence, and there are none": /^(nextval|currval|setval)$/,
  "run what their caller may run": /^(query|cursor)_to_xml|^ts_(stat|rewrite)$/,
  "settings of its own session; the timeout too, so a server bounds its questions itself": /^set_config$/,
  "no longer than any other statement may take": /^pg_sleep/,
  "cannot be taken away, since NOTIFY is a statement: notes are hints":
    /^pg_(notify|notification_queue_usage)$/,
  "a snapshot for its own sessions": /^pg_export_snapshot$/,
  "its own statements alone: all servers are one role": /^pg_cancel_backend$/,
  "say how the cluster stands": new RegExp(
    [
      "^pg_(blocking_pids|safe_snapshot_blocking_pids|isolation_test_session_is_blocked|lock_status|prepared_xact|is_in_recovery)$",
      "^pg_(is_wal_replay_paused|get_wal_\\w+|current_wal\\w+|last_\\w+|control_\\w+|xact_\\w+|get_multixact_members|jit_available)$",
      "^pg_(stat_\\w+|\\w*_size|partition_\\w+|sequence_last_value|\\w*collation_actual_version)$|^txid_status$",
    ].join("|"),
  ),
  "need rights that only the owner of an index or a superuser has": new RegExp(
    [
      "^(brin_\\w+|gin_clean_pending_list|binary_upgrade_\\w+|amvalidate)$",
      "^pg_(copy_|create_|drop_|replication_|logical_slot_)\\w+$",
      "^pg_(extension_config_dump|import_system_collations|nextoid|read_file_old|rotate_logfile_old|stop_making_pinned_objects)$",
    ].join("|"),
  ),
  "answer handles that only PostgreSQL itself takes":
    /handler$|^plpgsql_validator$|^(bernoulli|system)$|^dsnowball_/,
};
