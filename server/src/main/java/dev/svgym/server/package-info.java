/**
 * How environments are served: one process, HTTP in and out. The packages below are features, and each uses only those
 * before it: {@code metrics}, {@code problems}, {@code access}, {@code commands}, {@code environments}, {@code estimators}, {@code rollouts},
 * {@code groups}, {@code verification} and {@code references}. Nothing here knows an environment by name.
 */
@NullMarked
package dev.svgym.server;

import org.jspecify.annotations.NullMarked;
