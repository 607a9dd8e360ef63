package org.zhijia;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.zhijia.operation.ServerProgram;
import org.zhijia.rehearsal.RehearseCommand;
import org.zhijia.statute.Laws;

/// The server. `./zhijia serve` and `./zhijia demo` end up here.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
@Modulithic(systemName = "Zhijia", sharedModules = "web")
public class ZhijiaApplication {

  public static void main(String[] arguments) {
    int exit =
        ServerProgram.run(
            new SpringApplication(ZhijiaApplication.class), RehearseCommand::commands, arguments);
    if (exit != ServerProgram.GOES_ON) {
      System.exit(exit);
    }
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  Laws laws() {
    return Laws.ofThisRelease();
  }
}
