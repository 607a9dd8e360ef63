package org.zhijia.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What stands at the head of the API's OpenAPI document, `/api/openapi.json`.
@Configuration(proxyBeanMethods = false)
class ApiDocument {
  private static final String TOKEN = "token";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Zhijia API")
                .version("0.1")
                .description(
                    "For programs that work with a federation's Zhijia. Tokens are made by their"
                        + " owner under /me/tokens; each has scopes and acts for one organisation."
                        + " Errors are RFC 9457 problem details."))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("Scopes: organisations:read, members:read")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }
}
