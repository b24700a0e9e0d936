/* The kernel's algorithm in C with 128-bit SIMD, for comparison; the same bits come out.
   cc -O3 -mavx -ffp-contract=off kernel.c -o kernel -lm
   kernel 2 groups steps: sweeps groups of four replicates with all moments
   kernel 10 groups steps, kernel 50 groups steps: full noise factor, final states only
   prints seconds of the processor and a checksum. -mavx gives the three-operand encoding that WebAssembly engines
   use, not wider vectors. */
#include <immintrin.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SPLAT _mm_set1_ps
#define ADD _mm_add_ps
#define MUL _mm_mul_ps

static inline __m128i rotl(__m128i x, int k) {
  return _mm_or_si128(_mm_slli_epi32(x, k), _mm_srli_epi32(x, 32 - k));
}

#define STEP(out)                                      \
  __m128i out = _mm_add_epi32(rotl(_mm_add_epi32(s0, s3), 7), s0); \
  {                                                    \
    __m128i t = _mm_slli_epi32(s1, 9);                 \
    s2 = _mm_xor_si128(s2, s0);                        \
    s3 = _mm_xor_si128(s3, s1);                        \
    s1 = _mm_xor_si128(s1, s2);                        \
    s0 = _mm_xor_si128(s0, s3);                        \
    s2 = _mm_xor_si128(s2, t);                         \
    s3 = rotl(s3, 11);                                 \
  }

static void normals(__m128i *state, __m128 *out, int pairs) {
  __m128i s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3];
  for (int i = 0; i < pairs; i++, out += 2) {
    STEP(x)
    STEP(y)
    const __m128i bits = _mm_castps_si128(ADD(_mm_cvtepi32_ps(_mm_srli_epi32(x, 1)), SPLAT(0.5f)));
    const __m128i e = _mm_srai_epi32(_mm_sub_epi32(bits, _mm_set1_epi32(0x3f3504f3 + (31 << 23))), 23);
    const __m128 f = ADD(_mm_castsi128_ps(_mm_sub_epi32(
        bits, _mm_slli_epi32(_mm_add_epi32(e, _mm_set1_epi32(31)), 23))), SPLAT(-1.0f));
    const __m128 f2 = MUL(f, f);
    const __m128 low = ADD(ADD(SPLAT(-1.999999890618953f), MUL(SPLAT(1.0000073024701222f), f)),
        MUL(ADD(SPLAT(-0.6667011789389576f), MUL(SPLAT(0.4993981811857861f), f)), f2));
    const __m128 high = ADD(ADD(SPLAT(-0.3980033082650856f), MUL(SPLAT(0.3450165943094952f), f)),
        MUL(ADD(SPLAT(-0.3244516184461125f), MUL(SPLAT(0.20213792117731727f), f)), f2));
    const __m128 q = ADD(low, MUL(high, MUL(f2, f2)));
    const __m128 r2 = ADD(MUL(_mm_cvtepi32_ps(e), SPLAT(-1.3862943611198906f)), MUL(f, q));
    const __m128 r = _mm_xor_ps(_mm_sqrt_ps(_mm_max_ps(r2, SPLAT(0.0f))),
                                _mm_castsi128_ps(_mm_slli_epi32(x, 31)));
    const __m128 a = MUL(_mm_cvtepi32_ps(y), SPLAT(4.656612873077393e-10f));
    const __m128 a2 = MUL(a, a), a4 = MUL(a2, a2);
    const __m128 s = MUL(a, ADD(ADD(SPLAT(1.5707963184476963f), MUL(SPLAT(-0.6459637105998662f), a2)),
        MUL(a4, ADD(ADD(SPLAT(0.07968967894797004f), MUL(SPLAT(-0.004673766612662714f), a2)),
                    MUL(SPLAT(0.00015148513085524033f), a4)))));
    const __m128 c = ADD(ADD(SPLAT(0.9999999534666711f), MUL(SPLAT(-1.233698214668929f), a2)),
        MUL(a4, ADD(ADD(SPLAT(0.2536507446359479f), MUL(SPLAT(-0.02081062752025344f), a2)),
                    MUL(SPLAT(0.0008581906198921957f), a4))));
    out[0] = MUL(r, c);
    out[1] = MUL(r, s);
  }
  state[0] = s0, state[1] = s1, state[2] = s2, state[3] = s3;
}

static inline __m128d lo(__m128 v) { return _mm_cvtps_pd(v); }
static inline __m128d hi(__m128 v) { return _mm_cvtps_pd(_mm_movehl_ps(v, v)); }

#define FMA(a, x, c, n) _mm_add_pd(_mm_mul_pd(a, x), _mm_mul_pd(c, n))

static void advance(__m128d *state, const double *decay, const double *gain, const __m128 *noise,
                    int d, __m128d *path, int stride, int steps) {
  for (int i = 0; i < d; i += 2) {
    __m128d x0 = state[2 * i], x1 = state[2 * i + 1], y0 = state[2 * i + 2], y1 = state[2 * i + 3];
    const __m128d a = _mm_set1_pd(decay[i]), b = _mm_set1_pd(decay[i + 1]);
    const __m128d c = _mm_set1_pd(gain[i]), e = _mm_set1_pd(gain[i + 1]);
    const __m128 *n = noise + i;
    __m128d *p = path ? path + 2 * i * stride : 0;
    for (int t = 0; t < steps; t++, n += d) {
      const __m128 u = n[0], v = n[1];
      x0 = FMA(a, x0, c, lo(u));
      x1 = FMA(a, x1, c, hi(u));
      y0 = FMA(b, y0, e, lo(v));
      y1 = FMA(b, y1, e, hi(v));
      if (p) {
        p[0] = x0, p[1] = x1, p[2 * stride] = y0, p[2 * stride + 1] = y1;
        p += 2;
      }
    }
    state[2 * i] = x0, state[2 * i + 1] = x1, state[2 * i + 2] = y0, state[2 * i + 3] = y1;
  }
}

static void sumPlane(const __m128d *p, int stride, int steps, __m128d *s) {
  __m128d x0 = s[0], x1 = s[1], y0 = s[2], y1 = s[3], xx0 = s[4], xx1 = s[5], xy0 = s[6],
          xy1 = s[7], yy0 = s[8], yy1 = s[9];
  for (int t = 0; t < steps; t++, p += 2) {
    __m128d u = p[0], v = p[2 * stride];
    x0 = _mm_add_pd(x0, u), y0 = _mm_add_pd(y0, v);
    xx0 = _mm_add_pd(xx0, _mm_mul_pd(u, u));
    xy0 = _mm_add_pd(xy0, _mm_mul_pd(u, v));
    yy0 = _mm_add_pd(yy0, _mm_mul_pd(v, v));
    u = p[1], v = p[2 * stride + 1];
    x1 = _mm_add_pd(x1, u), y1 = _mm_add_pd(y1, v);
    xx1 = _mm_add_pd(xx1, _mm_mul_pd(u, u));
    xy1 = _mm_add_pd(xy1, _mm_mul_pd(u, v));
    yy1 = _mm_add_pd(yy1, _mm_mul_pd(v, v));
  }
  s[0] = x0, s[1] = x1, s[2] = y0, s[3] = y1, s[4] = xx0, s[5] = xx1, s[6] = xy0, s[7] = xy1,
  s[8] = yy0, s[9] = yy1;
}

static void shape(const float *f, const __m128 *z, __m128 *out, int d, int steps) {
  for (int i = 0; i < d; i += 4) {
    const int rows = d - i < 4 ? d - i : 4;
    for (int t = 0; t + 1 < steps; t += 2) {
      __m128 a[4] = {SPLAT(0), SPLAT(0), SPLAT(0), SPLAT(0)}, b[4] = {a[0], a[0], a[0], a[0]};
      if (rows == 4)
        for (int j = 0; j < i + 4; j++) {
          const __m128 u = z[t * d + j], v = z[t * d + d + j];
          for (int k = 0; k < 4; k++) {
            const __m128 w = SPLAT(f[(i + k) * d + j]);
            a[k] = ADD(a[k], MUL(w, u));
            b[k] = ADD(b[k], MUL(w, v));
          }
        }
      else
        for (int j = 0; j < i + rows; j++)
          for (int k = 0; k < rows; k++) {
            const __m128 w = SPLAT(f[(i + k) * d + j]);
            a[k] = ADD(a[k], MUL(w, z[t * d + j]));
            b[k] = ADD(b[k], MUL(w, z[t * d + d + j]));
          }
      for (int k = 0; k < rows; k++) out[t * d + i + k] = a[k], out[t * d + d + i + k] = b[k];
    }
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int argc, char **argv) {
  const int d = atoi(argv[1]), groups = atoi(argv[2]), steps = atoi(argv[3]);
  static uint32_t words[16];
  static double decay[64], gain[64];
  static float factor[64 * 64];
  for (int i = 0; i < d; i++) {
    decay[i] = d == 2 ? (i ? 0.995 : 0.95) : 1 - 0.1 * (i + 1) / d;
    gain[i] = 0.25;
    for (int j = 0; j <= i; j++) factor[i * d + j] = (float)(1.0 / (1 + i - j));
  }
  const int stretch = d == 2 ? 256 : 500 / d;
  __m128 *z = aligned_alloc(64, 16 * 1024), *n = aligned_alloc(64, 16 * 1024);
  __m128d *path = aligned_alloc(64, 32 * 1024), state[128], sums[10];
  double check = 0;
  const double start = now();
  for (int g = 0; g < groups; g++) {
    for (int i = 0; i < 16; i++) words[i] = 1000003u * (g + 1) + 7919u * i;
    __m128i rng[4];
    memcpy(rng, words, 64);
    for (int i = 0; i < 2 * d; i++) state[i] = _mm_setzero_pd();
    for (int i = 0; i < 10; i++) sums[i] = _mm_setzero_pd();
    for (int t = 0; t < steps; t += stretch) {
      const int m = steps - t < stretch ? steps - t : stretch;
      normals(rng, z, stretch * d / 2);
      if (d == 2) {
        advance(state, decay, gain, z, d, path, stretch, m);
        sumPlane(path, stretch, m, sums);
      } else {
        shape(factor, z, n, d, stretch);
        advance(state, decay, gain, n, d, 0, stretch, m);
      }
    }
    double v[2];
    for (int i = 0; i < 2 * d; i++) _mm_storeu_pd(v, state[i]), check += v[0] + v[1];
    if (d == 2)
      for (int i = 0; i < 10; i++) _mm_storeu_pd(v, sums[i]), check += v[0] + v[1];
  }
  printf("%.9f %.17g\n", now() - start, check);
  return 0;
}
