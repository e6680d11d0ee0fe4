/** Who is there: people, organizations, who belongs to which, and who is invited. */
@NullMarked
package io.github.clerkjakarta.testkit.internal.directory;

import org.jspecify.annotations.NullMarked;
