/** An application that asks who is calling at every point of the Servlet API. */
package io.github.clerkjakarta.servlet.points;
