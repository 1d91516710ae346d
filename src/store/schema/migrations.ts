/**
 * Each takes the schema one version further; the last one's number is the newest version. Never
 * change one that was released: add another, which programs of the version before can live with,
 * since replicas are exchanged one by one. Plain SQL that SQLite and PostgreSQL understand alike.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table delivery (
      guid text primary key,
      event text not null,
      action text,
      installation bigint,
      repository text,
      received_at bigint not null,
      size bigint not null
    )`,
    "create index delivery_by_age on delivery (received_at)",
    // A row for each installation that was ever marked. Never deleted: work without it is not found.
    `create table installation (
      id bigint primary key,
      turn bigint not null default 0,
      paused_until bigint not null default 0,
      background_paused_until bigint not null default 0
    )`,
    // What is to be looked at. Once looked at, a row is gone: the table is as large as what is left.
    //   generation  marks since it was last settled
    //   due_at      when it is wanted; null while leased and not marked since
    //   held_until  not before, whoever marks it
    //   ready_at    when it can be claimed: the later of both, and of leased work the end of the lease
    `create table work (
      installation bigint not null,
      repository text not null,
      subject text not null,
      lane integer not null,
      generation bigint not null,
      due_at bigint,
      held_until bigint not null,
      ready_at bigint not null,
      marked_at bigint not null,
      attempts integer not null,
      lease text,
      error text,
      primary key (installation, repository, subject)
    )`,
    "create index work_by_time on work (installation, lane, ready_at)",
    "create index work_leased on work (installation, ready_at) where lease is not null",
  ],
  [
    `create table history (
      id text primary key,
      installation bigint not null,
      repository text not null,
      subject text not null,
      at bigint not null,
      kind text not null,
      stage text,
      head text,
      outcome text not null,
      detail text not null
    )`,
    "create index history_by_subject on history (installation, repository, subject, at)",
    "create index history_by_head on history (installation, repository, head, at)",
    "create index history_by_age on history (at)",
    `create table memo (
      installation bigint not null,
      repository text not null,
      subject text not null,
      memo text not null,
      at bigint not null,
      primary key (installation, repository, subject)
    )`,
    "create index memo_by_age on memo (at)",
  ],
  [
    "create table position (sweep text primary key, position text not null)",
    "create table redelivery (guid text primary key, times integer not null, at bigint not null)",
    "create index redelivery_by_age on redelivery (at)",
    `create table turn (
      installation bigint not null,
      repository text not null,
      name text not null,
      token text not null,
      until bigint not null,
      primary key (installation, repository, name)
    )`,
  ],
  [
    // What the memo's subject is marked for when it changes; goes with the memo.
    `create table watch (
      installation bigint not null,
      repository text not null,
      subject text not null,
      key text not null,
      primary key (installation, repository, subject, key),
      foreign key (installation, repository, subject)
        references memo (installation, repository, subject) on delete cascade
    )`,
    "create index watch_by_key on watch (installation, repository, key)",
  ],
];
