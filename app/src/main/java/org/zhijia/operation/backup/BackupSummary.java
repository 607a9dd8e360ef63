package org.zhijia.operation.backup;

import java.time.Instant;

/// What a backup holds, for whoever made or checked it.
///
/// @param product the release that made it
/// @param holdsFieldKey whether the sensitive fields can be read with it alone
public record BackupSummary(
    String product, Instant madeAt, int tables, long rows, boolean holdsFieldKey) {

  static BackupSummary of(Manifest.Head head, Manifest.Closing closing) {
    return new BackupSummary(
        head.product(),
        Instant.parse(head.madeAt()),
        closing.tables().size(),
        closing.rows(),
        head.fieldKey() != null);
  }
}
