/** How Tomcat learns who is calling before it judges constraints: by Jakarta Authentication. */
@NullMarked
package io.github.clerkjakarta.internal.tomcat;

import org.jspecify.annotations.NullMarked;
