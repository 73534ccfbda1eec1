package dev.svgym.server.groups;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds on groups.
 *
 * @param maxSize most rollouts of one group
 */
@Validated
@ConfigurationProperties("svgym.groups")
record GroupSettings(@DefaultValue("4096") @Positive int maxSize) {}
