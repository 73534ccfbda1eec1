/**
 * The contract of an environment as tests. An environment's module implements {@link
 * dev.svgym.environment.testkit.EnvironmentContract} in one test class and gives it samples; what every environment
 * owes its callers is checked there. For test scope alone.
 */
@NullMarked
package dev.svgym.environment.testkit;

import org.jspecify.annotations.NullMarked;
