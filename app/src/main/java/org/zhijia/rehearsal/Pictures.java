package org.zhijia.rehearsal;

import org.zhijia.ballot.belenios.v1.Credential;

/// Pages as they look at this moment.
interface Pictures {
  /// No browser, no pictures.
  Pictures NONE =
      new Pictures() {
        @Override
        public void take(String name, Client who, String path) {}

        @Override
        public void takeBooth(long assembly, Credential slip) {}
      };

  /// Of a page, as this person sees it.
  void take(String name, Client who, String path);

  /// Of the ballot paper that somebody with this slip gets to see.
  void takeBooth(long assembly, Credential slip);
}
