/** The roles of people in their public metadata, as Clerk's guide to them has it. */
@NullMarked
package io.github.clerkjakarta.security.example.metadata;

import org.jspecify.annotations.NullMarked;
