#ifndef PACKHORSE_MATH_FUNCTIONS_H
#define PACKHORSE_MATH_FUNCTIONS_H

/* ISO C 7.12.4 and 7.12.6. Written out, because including <math.h> would bring in the whole of the platform's C library. */
static inline double naturalLogarithm(double x) { return __builtin_log(x); }
/* ln(1 + x), right to the last digit where x is small. */
static inline double logarithmOfOnePlus(double x) { return __builtin_log1p(x); }
static inline double exponential(double x) { return __builtin_exp(x); }
static inline double sine(double x) { return __builtin_sin(x); }
static inline double arcsine(double x) { return __builtin_asin(x); }

#endif
