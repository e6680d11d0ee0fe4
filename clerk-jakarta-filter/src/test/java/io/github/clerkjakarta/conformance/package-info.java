/**
 * The judge: what {@code @clerk/backend} answered, request by request, held against what this
 * project answers. The format is described in the README.md among the vectors.
 */
@NullMarked
package io.github.clerkjakarta.conformance;

import org.jspecify.annotations.NullMarked;
