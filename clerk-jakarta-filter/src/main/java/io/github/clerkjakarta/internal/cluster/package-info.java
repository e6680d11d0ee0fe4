/**
 * What all nodes of a cluster remember together, in a cache that the application names. Only where
 * it names one is JCache (JSR 107) needed.
 */
@NullMarked
package io.github.clerkjakarta.internal.cluster;

import org.jspecify.annotations.NullMarked;
