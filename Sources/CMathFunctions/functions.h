#ifndef PACKHORSE_MATH_FUNCTIONS_H
#define PACKHORSE_MATH_FUNCTIONS_H

/* ISO C 7.12.6.7. Written out, because including <math.h> would bring in the whole of the platform's C library. */
static inline double naturalLogarithm(double x) { return __builtin_log(x); }

#endif
