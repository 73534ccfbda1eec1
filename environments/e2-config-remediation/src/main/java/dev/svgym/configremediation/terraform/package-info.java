/**
 * Terraform: text in HCL's native syntax becomes objects with resolved attributes. The parser is strict, so that no text
 * passes that Terraform's own refuses; what an expression comes to is worked out where literals, variables with
 * defaults, locals and a stated set of functions allow it, and everything else stays a marker with its text.
 */
@NullMarked
package dev.svgym.configremediation.terraform;

import org.jspecify.annotations.NullMarked;
