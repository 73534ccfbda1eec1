/**
 * Tasks with what no agent may see, for supervised warm start and audit: by a call that needs the admin scope, and by a
 * command. Nothing else in the server asks for a reference.
 */
@NullMarked
package dev.svgym.server.references;

import org.jspecify.annotations.NullMarked;
