package org.zhijia.operation;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The embedded database, unless `spring.datasource.url` names another.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "-")
  static class Embedded {

    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(@Value("${zhijia.data}") Path data) throws IOException {
      return PostgresServer.start(data, System.getenv());
    }

    @Bean
    JdbcConnectionDetails embeddedDatabase(PostgresServer server) {
      return new JdbcConnectionDetails() {
        @Override
        public String getUsername() {
          return PostgresServer.USER;
        }

        @Override
        public String getPassword() {
          return server.password();
        }

        @Override
        public String getJdbcUrl() {
          return server.url();
        }
      };
    }
  }
}
