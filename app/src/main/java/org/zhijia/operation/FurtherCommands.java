package org.zhijia.operation;

import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;

/// Commands of modules that know this one, which must not know them.
@FunctionalInterface
public interface FurtherCommands {

  /// @return by name, e.g. `rehearse`
  Map<String, Callable<Integer>> of(SpringApplication application, Words words);
}
