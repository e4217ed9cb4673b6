package org.terrace.server.store;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param allowSensitive whether attributes classified as sensitive (names of people) may be kept; off unless switched on */
@ConfigurationProperties("terrace.privacy")
public record StoreSettings(boolean allowSensitive) {}
