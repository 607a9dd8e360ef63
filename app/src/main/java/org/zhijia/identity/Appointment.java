package org.zhijia.identity;

/// A role that an account holds on an organisation and all below it.
///
/// @param path of the organisation, ids from the root as in `.1.7.`
public record Appointment(
    long id, long account, Role role, long organisation, String path, String organisationName) {

  /// Whether this organisation, or one above it, is the one that the role is held on.
  boolean covers(String other) {
    return other.startsWith(path);
  }
}
