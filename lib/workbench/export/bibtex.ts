import {software} from "./software.js";

/** What a report rests on, as BibTeX. */
export function bibtex(): string {
  return `@software{noisefloor,
  title = {noisefloor: an executable companion to the theory of SGD noise},
  version = {${software}}
}

@misc{mccandlish2018,
  author = {McCandlish, Sam and Kaplan, Jared and Amodei, Dario and {OpenAI Dota Team}},
  title = {An Empirical Model of Large-Batch Training},
  year = {2018},
  eprint = {1812.06162},
  archiveprefix = {arXiv}
}

@inproceedings{liu2021,
  author = {Liu, Kangqiao and Ziyin, Liu and Ueda, Masahito},
  title = {Noise and Fluctuation of Finite Learning Rate Stochastic Gradient Descent},
  booktitle = {Proceedings of the 38th International Conference on Machine Learning},
  year = {2021}
}

@article{fieller1954,
  author = {Fieller, Edgar C.},
  title = {Some Problems in Interval Estimation},
  journal = {Journal of the Royal Statistical Society B},
  volume = {16},
  number = {2},
  pages = {175--185},
  year = {1954}
}
`;
}
