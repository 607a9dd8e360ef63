package org.zhijia.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Scripts that import one another are asked for by their plain names, which do not change with
/// their content as the names in pages do. So browsers ask each time whether they are still the
/// same; else a release would run half of the last one's modules for a year.
@Configuration(proxyBeanMethods = false)
class ModuleScripts implements WebMvcConfigurer {
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/static/booth/**")
        .addResourceLocations("classpath:/static/booth/")
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/static/lib/{script:(?:noble|qrcode)\\.js}")
        .addResourceLocations("classpath:/static/lib/")
        .setCacheControl(CacheControl.noCache());
  }
}
