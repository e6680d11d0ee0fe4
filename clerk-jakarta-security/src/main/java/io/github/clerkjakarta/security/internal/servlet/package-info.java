/** What the servlet container is told when the application starts. */
@NullMarked
package io.github.clerkjakarta.security.internal.servlet;

import org.jspecify.annotations.NullMarked;
