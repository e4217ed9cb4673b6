package org.terrace.server.store;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** What the store needs from outside: a folder and a clock. */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(considerNestedRepositories = true)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    @Bean
    DataFolder dataFolder(@Value("${terrace.data}") Path root) {
        return new DataFolder(root.toAbsolutePath().normalize());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
