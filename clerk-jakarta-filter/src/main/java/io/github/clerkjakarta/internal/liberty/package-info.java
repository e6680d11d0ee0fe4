/** What has an application of Open Liberty not start where its settings are wrong. */
@NullMarked
package io.github.clerkjakarta.internal.liberty;

import org.jspecify.annotations.NullMarked;
