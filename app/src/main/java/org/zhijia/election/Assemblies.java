package org.zhijia.election;

import java.util.List;
import org.springframework.stereotype.Service;
import org.zhijia.registry.Organisation;
import org.zhijia.registry.Organisations;
import org.zhijia.web.NotThere;
import org.zhijia.web.Permit;
import org.zhijia.web.Task;

/// Finds an assembly for an actor who may do something to it.
@Service
class Assemblies {
  private final AssemblyStore store;
  private final Organisations organisations;
  private final Permit permit;

  Assemblies(AssemblyStore store, Organisations organisations, Permit permit) {
    this.store = store;
    this.organisations = organisations;
    this.permit = permit;
  }

  /// For anybody: what is public of it.
  ///
  /// @throws NotThere if there is none
  Assembly find(long id) {
    return store.find(id).orElseThrow(NotThere::new);
  }

  /// @throws NotThere if there is none, or not for this actor
  Assembly demand(long id, Task task) {
    Assembly found = find(id);
    permit.demand(task, path(found));
    return found;
  }

  boolean may(Assembly assembly, Task task) {
    return permit.may(task, path(assembly));
  }

  /// Whether the actor is one of its scrutineers: only they see the scrutineers' page.
  boolean isWatchedByActor(Assembly assembly) {
    return permit.actor().stream()
        .anyMatch(
            actor ->
                scrutineers(assembly).stream().anyMatch(each -> each.account() == actor.account()));
  }

  private String path(Assembly assembly) {
    return organisations
        .find(assembly.organisation())
        .map(Organisation::path)
        .orElseThrow(NotThere::new);
  }

  String organisationName(Assembly assembly) {
    return organisations.nameOf(assembly.organisation());
  }

  List<Scrutineer> scrutineers(Assembly assembly) {
    return store.scrutineers(assembly.id());
  }
}
